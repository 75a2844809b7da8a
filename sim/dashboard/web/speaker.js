// A slider speaks at most every so often while it moves, not before its last word was answered, and always says its
// last one; each for itself. So a hand that is faster than the server leaves places out, and no word waits in line.
const BETWEEN_WORDS = 120; // ms
const LOST = 1000; // ms after which a word that nobody answered holds the next one back no longer

// Returns what takes the words; the page calls its ``answered`` when the server has answered.
export function makeSpeaker(say) {
  const sliders = {};
  const speak = data => {
    sliders[data.name] ??= { held: null, timer: null, said: -Infinity, answered: true };
    sliders[data.name].held = data;
    plan(sliders[data.name], say);
  };
  speak.answered = () => {
    for (const slider of Object.values(sliders)) {
      slider.answered = true;
      plan(slider, say);
    }
  };
  return speak;
}

function plan(slider, say) {
  clearTimeout(slider.timer);
  if (!slider.held) return;
  const from = slider.said + (slider.answered ? BETWEEN_WORDS : LOST);
  slider.timer = setTimeout(() => utter(slider, say), Math.max(0, from - performance.now()));
}

function utter(slider, say) {
  const word = slider.held;
  Object.assign(slider, { held: null, said: performance.now(), answered: false });
  say(word);
}
