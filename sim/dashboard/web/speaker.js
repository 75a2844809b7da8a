// A slider speaks at most every so often while it moves, and always says its last word; each for itself.
const BETWEEN_WORDS = 120; // ms

export function makeSpeaker(say) {
  const timers = {};
  const last = {};
  return data => {
    clearTimeout(timers[data.name]);
    const since = performance.now() - (last[data.name] ?? -BETWEEN_WORDS);
    timers[data.name] = setTimeout(
      () => {
        last[data.name] = performance.now();
        say(data);
      },
      Math.max(0, BETWEEN_WORDS - since),
    );
  };
}
