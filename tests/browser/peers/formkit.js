// The form as the documentation of FormKit shows one, with its own theme.
import { FormKit, defaultConfig, plugin } from "@formkit/vue";
import { createApp, h, ref } from "vue";
import { answers, pages } from "./statements.js";

const options = answers.map((label, value) => ({ label, value }));

const form = {
  setup() {
    const page = ref(0);
    const statement = ({ name, text }) => h(FormKit, { key: name, type: "radio", name, label: text, options });
    const next = () => h("button", { type: "button", onClick: () => (page.value = (page.value + 1) % pages.length) }, "Next");
    return () => h(FormKit, { type: "form", actions: false }, () => [...pages[page.value].map(statement), next()]);
  },
};

createApp(form).use(plugin, defaultConfig()).mount("#form");
