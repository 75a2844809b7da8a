// A frame is one trajectory: a length, a JSON header, then the arrays the header lists.
export const NO_VALUE = 255; // of a byte for a district
const ARRAY_OF = { f4: Float32Array, u1: Uint8Array };

export function readFrame(view) {
  const bytes = view instanceof DataView ? view : new DataView(view.buffer || view);
  const length = bytes.getUint32(0, true);
  const start = bytes.byteOffset + 4;
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes.buffer, start, length)));
  const data = bytes.buffer.slice(start + length, bytes.byteOffset + bytes.byteLength);
  const frame = { ...header, arrays: {}, shapes: {} };
  for (const item of header.arrays) {
    const count = item.shape.reduce((a, b) => a * b, 1);
    frame.shapes[item.name] = item.shape;
    frame.arrays[item.name] = new ARRAY_OF[item.type](data, item.offset, count);
  }
  frame.outcomeRow = Object.fromEntries(header.outcomes.map((id, row) => [id, row]));
  return frame;
}

// Values of one outcome in one city, one per week from -history to the horizon.
export function seriesOf(frame, letter, outcome) {
  const city = frame.letters.indexOf(letter);
  const row = frame.outcomeRow[outcome];
  if (city < 0 || row === undefined) return null;
  const weeks = frame.last - frame.first + 1;
  const start = (city * frame.outcomes.length + row) * weeks;
  return frame.arrays.series.subarray(start, start + weeks);
}

// Mean of the four weeks that end here: what the page prints.
export function valueAt(frame, series, week) {
  if (!series) return NaN;
  const end = Math.round(week) - frame.first;
  let sum = 0;
  let count = 0;
  for (let i = Math.max(0, end - 3); i <= end; i++) {
    if (Number.isFinite(series[i])) {
      sum += series[i];
      count += 1;
    }
  }
  return count ? sum / count : NaN;
}

// Whether a frame is there, and is of the city whose geometry is shown: another one may be on its way.
export function isOf(frame, geometry) {
  return Boolean(frame && geometry) && frame.districts === geometry.names.length;
}

// A byte per district, or `NO_VALUE`.
export function districtsAt(frame, name, letter, week) {
  const array = frame.arrays[name];
  const city = frame.letters.indexOf(letter);
  if (!array || city < 0) return null;
  const weeks = frame.last - frame.first + 1;
  const at = Math.min(weeks - 1, Math.max(0, Math.round(week) - frame.first));
  const start = (city * weeks + at) * frame.districts;
  return array.subarray(start, start + frame.districts);
}

// What is drawn faintly behind ``frame``: the one before the last change; of another city, nothing.
export function ghostAfter(ghost, before, frame) {
  if (frame.fresh) return null;
  return before && frame.change !== before.change && !before.draft ? before : ghost;
}
