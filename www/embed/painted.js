const UNSEEN = 300;

/** The first words go first. What is not to be seen is never painted. */
export const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, UNSEEN);
  });
