// Apps open links in a browser of their own, in which printing and saving a file often do nothing, and nobody is told. On Android
// it says that it is a view of the web; on Apple's devices every other browser names Safari.
const SIGNS = /; wv\)|^(?!.*Safari\/).*AppleWebKit\//;

/** Whether this is the browser of another app, by what it says of itself. */
export const inApp = (agent) => SIGNS.test(agent);
