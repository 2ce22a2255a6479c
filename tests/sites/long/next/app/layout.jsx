import Link from "next/link";

export const metadata = { title: "A site", icons: "data:," };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        <nav><Link id="to-check" href="/check">Check</Link> <Link id="to-other" href="/other">Other</Link></nav>
        <main style={{ width: 600, margin: "0 auto" }}>{children}</main>
        <footer>The end</footer>
      </body>
    </html>
  );
}
