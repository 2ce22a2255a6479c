// Long work in slices: between two of them the page paints, and hears what is pressed.
const SLICE = 12;

// In between comes whatever the page has to do first, where the browser knows that this can wait. Elsewhere a message: it comes
// sooner than any timer.
const turn = () =>
  globalThis.scheduler?.postTask
    ? scheduler.postTask(() => {}, { priority: "background" })
    : new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(port1.close());
        port2.postMessage(0);
      });

/** Gives the function that tells whether a slice is over, and the one that waits for the next. */
export function slices() {
  let until = performance.now() + SLICE;
  return {
    over: () => performance.now() > until,
    next: async () => {
      await turn();
      until = performance.now() + SLICE;
    },
  };
}
