// What the picture shows, in words and as tables, for those who do not see it.
import { focusAxis, tellAxis } from './axis.js';
import { isOf, seriesOf, valueAt } from './frame.js';
import { formatNumber } from './numbers.js';
import { sceneOf } from './painter.js';
import { partsTold } from './runs.js';
import { rowsOfDistricts, yearlyRows } from './table.js';

const LISTED = 3; // event_records, the latest
export const NOTHING = { summary: '', runs: '', ticker: [], years: [], districts: [] };

// ``state`` is what a painter paints; nothing is described before there is a frame.
export function describe(state, plan) {
  if (!state.frame) return NOTHING;
  const scene = sceneOf(state);
  const { view } = state;
  const runs = runsTold(scene, view);
  const more = [axisTold(state, plan), runs].filter(Boolean).map(one => `${one}.`);
  const letters = [...scene.letters, 'N'];
  const until = scene.ahead ? scene.frame.last : scene.now;
  return {
    summary: [summaryOf(scene), ...more].join(' '),
    runs,
    ticker: scene.lanesCovered ? [] : tickerOf(scene, view.letters),
    years: scene.curtain ? [] : yearlyRows(scene.frame, scene.outcome, letters, scene.language, until),
    districts: scene.mapsCovered || !isOf(scene.frame, scene.geometry) ? [] : districtRows(scene),
  };
}

// That the axis is cut; nothing where it is whole.
export function axisTold(state, plan) {
  const scene = sceneOf(state);
  return tellAxis(focusAxis(scene, plan.plot, plan.unit), scene.outcome, scene.words, scene.language);
}

export function valueTold(frame, letter, outcome, week, language) {
  return frame
    ? formatNumber(valueAt(frame, seriesOf(frame, letter, outcome.id), week), outcome, language)
    : '–';
}

function summaryOf({ frame, outcome, words, language, letters, now, curtain }) {
  if (curtain) return words.covered;
  const value = letter => valueTold(frame, letter, outcome, now, language);
  const year = (now / 52).toLocaleString(language, { maximumFractionDigits: 1 });
  const values = letters.map(letter => `${letter} ${value(letter)}`).join(', ');
  return `${outcome.label}, ${outcome.unit}. ${words.year.replace('{n}', year)}: ${values}; ${words.none} ${value('N')}.`;
}

function runsTold(scene, view) {
  if (!scene.runs || !view.runs || scene.curtain) return '';
  return partsTold(scene).join(', ');
}

function tickerOf({ frame, words, language, now }, letters) {
  const seen = frame.event_records.filter(one => one.week <= now && letters.includes(one.city));
  return seen
    .slice(-LISTED)
    .map(one => `${words.week} ${one.week}, ${one.city}${words.colon} ${one[language]}`);
}

function districtRows({ frame, geometry, mapOutcome, letters, now, language }) {
  return rowsOfDistricts(frame, geometry, mapOutcome, letters, now, language);
}
