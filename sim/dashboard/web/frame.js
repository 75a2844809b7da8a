// A frame is one trajectory: a length, a JSON header, then the arrays the header lists.
export const NO_VALUE = 255; // of a byte for a district
const NO_STEP = 65535; // of a week whose value is undefined
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
  if (header.coarse) frame.arrays.series = refined(frame.arrays.series, frame.shapes.series, header.coarse);
  if (header.coarse) frame.shapes.series = frame.shapes.series.slice(1);
  frame.outcomeRow = Object.fromEntries(header.outcomes.map((id, row) => [id, row]));
  return frame;
}

// The series of a draft, which come as moves of 16 bits between a row's low and high end, high bytes first.
function refined(bytes, [, cities, outcomes, weeks], { low, step }) {
  const series = new Float32Array(cities * outcomes * weeks);
  for (let i = 0, at = 0; i < series.length; i++) {
    if (i % weeks === 0) at = 0;
    at = (at + bytes[i] * 256 + bytes[series.length + i]) % 65536;
    const row = Math.floor(i / weeks);
    series[i] = at === NO_STEP ? NaN : low[row] + at * step[row];
  }
  return series;
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
