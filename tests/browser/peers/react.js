// The form as one would write it by hand, without a form library.
import { createElement as make, useState } from "react";
import { createRoot } from "react-dom/client";
import { answers, pages } from "./statements.js";

function Statement({ name, text, chosen, choose }) {
  const option = (answer, place) =>
    make("label", { key: place }, make("input", { type: "radio", name, checked: chosen === place, onChange: () => choose(place) }), answer);
  return make("fieldset", null, make("legend", null, text), answers.map(option));
}

function Form() {
  const [page, turn] = useState(0);
  const [given, give] = useState({});
  const statement = ({ name, text }) =>
    make(Statement, { key: name, name, text, chosen: given[name], choose: (place) => give({ ...given, [name]: place }) });
  return make("form", null, pages[page].map(statement), make("button", { type: "button", onClick: () => turn((page + 1) % pages.length) }, "Next"));
}

createRoot(document.getElementById("form")).render(make(Form));
