// The part of an outcome's axis that the maps' five classes share: what is in use, in round numbers, the same for all
// cities and weeks, so that a colour means one value. Under the curtain it is that of the burn-in.
import { NO_VALUE } from './frame.js';

const STEPS = 20; // of the whole axis: the ends of the ramp lie on one of them
const LEAST = 2; // steps: a narrower part would make hills of noise
const TOP = 254;
const WHOLE = [0, TOP];
const known = new WeakMap(); // by frame, then by what of it is used

// Returns the lowest and the highest value, as bytes of a frame.
export function rampOf(frame, letters, covered) {
  const kept = known.get(frame) || new Map();
  known.set(frame, kept);
  const key = `${letters.join('')}${covered}`;
  if (!kept.has(key)) kept.set(key, partInUse(frame, letters, covered));
  return kept.get(key);
}

function partInUse(frame, letters, covered) {
  const [least, most] = extremes(frame, letters, covered);
  if (most < least) return WHOLE;
  const step = TOP / STEPS;
  const [low, high] = [Math.floor(least / step), Math.ceil(most / step)];
  const missing = Math.max(0, LEAST - (high - low));
  const first = Math.max(0, Math.min(STEPS - LEAST, low - Math.floor(missing / 2)));
  return [first * step, Math.max(high, first + LEAST) * step];
}

function extremes(frame, letters, covered) {
  const weeks = frame.last - frame.first + 1;
  const start = covered ? 0 : -frame.first;
  const end = covered ? 1 - frame.first : weeks;
  let [least, most] = [Infinity, -Infinity];
  for (const letter of letters) {
    const city = frame.letters.indexOf(letter);
    if (city < 0 || !frame.arrays.map) continue;
    const from = (city * weeks + start) * frame.districts;
    for (const byte of frame.arrays.map.subarray(from, (city * weeks + end) * frame.districts)) {
      if (byte === NO_VALUE) continue;
      if (byte < least) least = byte;
      if (byte > most) most = byte;
    }
  }
  return [least, most];
}

// The class of a value, 0 to 4.
export function classOf(byte, [low, high] = WHOLE) {
  return Math.max(0, Math.min(4, Math.floor(((byte - low) / (high - low)) * 5)));
}

// The values at the ends of the ramp, in the outcome's own unit.
export function endsOf([low, high], { axis }) {
  return [low, high].map(byte => axis[0] + (byte / TOP) * (axis[1] - axis[0]));
}
