// Frames, outcomes and views for the tests, as the server would send them.
import { readFrame } from '../../sim/dashboard/web/frame.js';

const TYPES = { Float32Array: 'f4', Uint8Array: 'u1' };

// The bytes of a header and its arrays, laid out as `sim.dashboard.frame.assemble` does.
export function assemble(header, arrays) {
  const listed = [];
  const bodies = [];
  let offset = 0;
  for (const [name, { shape, values }] of Object.entries(arrays)) {
    const raw = new Uint8Array(values.buffer.slice(values.byteOffset, values.byteOffset + values.byteLength));
    const padded = new Uint8Array(Math.ceil(raw.length / 4) * 4);
    padded.set(raw);
    listed.push({ name, type: TYPES[values.constructor.name], shape, offset });
    bodies.push(padded);
    offset += padded.length;
  }
  const text = new TextEncoder().encode(JSON.stringify({ ...header, arrays: listed }));
  const length = new Uint8Array(new Uint32Array([text.length]).buffer);
  return Buffer.concat([length, text, ...bodies]);
}

export function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// A frame in which ``value(letter, outcome, week)`` is the level of every city and outcome.
export function frameOf(value, more = {}) {
  const header = {
    number: 1,
    change: 1,
    draft: false,
    fresh: false,
    letters: ['A', 'B', 'N'],
    outcomes: ['wellbeing', 'trust'],
    first: -51,
    last: 104,
    districts: 2,
    residents: 10000,
    activeFull: 0.1,
    event_records: [],
    ...more,
  };
  return readFrame(viewOf(assemble(header, { series: seriesOf(header, value), ...mapsOf(header, more) })));
}

function seriesOf({ letters, outcomes, first, last }, value) {
  const values = [];
  for (const letter of letters) {
    for (const outcome of outcomes) {
      for (let week = first; week <= last; week++) values.push(value(letter, outcome, week));
    }
  }
  return { shape: [letters.length, outcomes.length, last - first + 1], values: new Float32Array(values) };
}

// ``byte(letter, week, district)`` for the map; nothing gathers and nothing is out.
function mapsOf({ letters, districts, first, last }, { byte = () => 0 }) {
  const values = [];
  for (const letter of letters) {
    for (let week = first; week <= last; week++) {
      for (let district = 0; district < districts; district++) values.push(byte(letter, week, district));
    }
  }
  const shape = [letters.length, last - first + 1, districts];
  return {
    map: { shape, values: new Uint8Array(values) },
    active: { shape, values: new Uint8Array(values.length) },
    outage: { shape, values: new Uint8Array(values.length) },
  };
}

export const OUTCOME = {
  id: 'wellbeing',
  label: 'Well-being',
  unit: 'of 100',
  scale: 100,
  axis: [0, 1],
  digits: 0,
  material: 0.02,
  least: '2',
};
export const TRUST = { ...OUTCOME, id: 'trust', label: 'Trust' };

export const GEOMETRY = {
  polygons: [[[0, 0, 0.5, 0, 0.5, 1, 0, 1]], [[0.5, 0, 1, 0, 1, 1, 0.5, 1]]],
  centroids: [
    [0.25, 0.5],
    [0.75, 0.5],
  ],
  names: ['West', 'East'],
  population: [0.25, 0.75],
  lines: [[0, 0.5, 1, 0.5]],
  landmarks: [1],
  centre: [0.5, 0.5],
  centreWord: 'centre',
};

export const WORDS = {
  year: 'Year {n}',
  years: '{n} years',
  week: 'week',
  colon: ':',
  none: 'no change',
  past: 'common past',
  choice: 'the choice',
  at_choice: 'At the choice',
  today: 'today',
  covered: 'Covered until revealed.',
  caution: 'Simulation, not a forecast',
  axis_cut: 'Axis cut: {low} to {high}',
  above: 'above both',
  below: 'below both',
  between: 'between',
  runs_higher: 'Higher in {letter} in {k} of {n} runs',
  runs_above: '{letter} above both in {k} of {n} runs',
  runs_below: '{letter} below both in {k} of {n} runs',
  runs_between: '{letter} between in {k} of {n} runs',
  runs_equal: 'Equal in all runs',
  runs_within: 'on average by less than {least}',
  one_run: 'one run',
  minus: 'A minus B',
  outage: 'outage',
  ring: '1 in 100 gathered',
  outage_mark: 'outage',
  events: { breach: 'leak' },
};

// A view of the page, with what a test needs to differ.
export function viewWith(more = {}) {
  return {
    kind: 'page',
    language: 'en',
    words: WORDS,
    outcomes: { wellbeing: OUTCOME, trust: TRUST },
    focus: 'wellbeing',
    map_outcome: 'trust',
    tiles: ['trust'],
    letters: ['A', 'B'],
    plates: { A: { name: 'City A', short: 'A' }, B: { name: 'City B', short: 'B' } },
    swapped: false,
    playing: false,
    curtain: false,
    maps_covered: false,
    lanes_covered: false,
    hidden: [],
    difference: false,
    zoom: false,
    runs: '',
    credit: { title: 'London', caution: '', data: 'Office · open' },
    ahead: true,
    ...more,
  };
}

// What a painter paints.
export function stateOf(frame, view = viewWith(), more = {}) {
  return { view, frame, ghost: null, runs: null, geometry: GEOMETRY, now: frame.last, weight: 1, ...more };
}
