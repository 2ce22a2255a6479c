// A router as small as it can be, around the component of the recipe; twice in development, as React wants it.
import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { SelfCheck } from "./SelfCheck.jsx";

function Link({ id, to, children }) {
  const go = (event) => {
    event.preventDefault();
    history.pushState({}, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  };
  return <a id={id} href={to} onClick={go}>{children}</a>;
}

function App() {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const moved = () => setPath(location.pathname);
    addEventListener("popstate", moved);
    return () => removeEventListener("popstate", moved);
  }, []);
  return (
    <>
      <nav><Link id="to-check" to="/check">Check</Link> <Link id="to-other" to="/other">Other</Link></nav>
      <main>{path === "/check" ? <SelfCheck /> : <p>Another page</p>}</main>
      <footer>The end</footer>
    </>
  );
}

createRoot(document.getElementById("app")).render(<StrictMode><App /></StrictMode>);
