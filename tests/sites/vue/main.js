// A router as small as it can be, around the component of the recipe.
import { createApp } from "vue";
import App from "./App.vue";

createApp(App).mount("#app");
