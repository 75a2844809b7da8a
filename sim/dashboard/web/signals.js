// What the page's components tell and ask each other, past the server. A signal is an event of the window,
// `tc-NAME`, which whoever embeds or tests the page may send and hear too.
export function signal(name, detail) {
  window.dispatchEvent(new CustomEvent(`tc-${name}`, { detail }));
}

// ``heard`` holds a function of the detail for each signal; returns what stops listening.
export function listen(heard) {
  const stops = Object.entries(heard).map(([name, take]) => {
    const hear = event => take(event.detail);
    window.addEventListener(`tc-${name}`, hear);
    return () => window.removeEventListener(`tc-${name}`, hear);
  });
  return () => stops.forEach(stop => stop());
}

const givers = {};

// Answers a question until the returned function is called; one component answers each.
export function answer(name, give) {
  givers[name] = give;
  return () => {
    if (givers[name] === give) delete givers[name];
  };
}

// The answer of whoever answers, undefined where nobody does.
export function ask(name) {
  return givers[name]?.();
}
