// The form as the documentation of SurveyJS shows one for a script tag: its own two scripts come before this.
import { answers, pages } from "./statements.js";

const statement = ({ name, text }) => ({ type: "radiogroup", name, title: text, choices: answers });
new Survey.Model({ pages: pages.map((page) => ({ elements: page.map(statement) })) }).render(document.getElementById("form"));
