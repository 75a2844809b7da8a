import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf } from '../../sim/dashboard/web/csv.js';
import { NOTHING, axisTold, describe, valueTold } from '../../sim/dashboard/web/description.js';
import { layOut } from '../../sim/dashboard/web/layout.js';
import { OUTCOME, frameOf, stateOf, viewWith } from './made.js';

const PLAN = layOut('laptop', 1023, 539, ['A', 'B'], ['trust'], 2);
const steady = frameOf(letter => ({ A: 0.7, B: 0.3, N: 0.5 })[letter]);
const told = (view = {}, more = {}, frame = steady) => describe(stateOf(frame, viewWith(view), more), PLAN);

test('the picture in a sentence: outcome, year, each city, the unchanged one', () => {
  assert.equal(told().summary, 'Well-being, of 100. Year 2: A 70, B 30; no change 50.');
  assert.equal(told({}, { now: 26 }).summary, 'Well-being, of 100. Year 0.5: A 70, B 30; no change 50.');
});

test('in the order in which the cities are shown', () => {
  assert.match(told({ swapped: true }).summary, /: B 30, A 70;/);
});

test('behind the curtain nothing is told or listed', () => {
  const covered = told({ curtain: true, maps_covered: true, lanes_covered: true });
  assert.equal(covered.summary, 'Covered until revealed.');
  assert.deepEqual([covered.years, covered.districts, covered.ticker], [[], [], []]);
});

test('a cut axis is said after the values', () => {
  assert.match(told({ zoom: true }).summary, / no change 50\. Axis cut: 30 to 70\.$/);
  assert.equal(axisTold(stateOf(steady, viewWith({ zoom: true })), PLAN), 'Axis cut: 30 to 70');
  assert.equal(axisTold(stateOf(steady), PLAN), '');
});

test('before there is a frame there is nothing', () => {
  assert.equal(describe(stateOf({ last: 0 }, viewWith(), { frame: null }), PLAN), NOTHING);
});

test('the last three things that happened in the cities compared, up to the week', () => {
  const happened = (week, city) => ({ week, city, kind: 'breach', en: `leak ${week}`, fr: `fuite ${week}` });
  const event_records = [
    happened(1, 'A'),
    happened(2, 'B'),
    happened(3, 'C'),
    happened(4, 'A'),
    happened(5, 'B'),
  ];
  const frame = frameOf(() => 0.5, { event_records });
  assert.deepEqual(told({}, {}, frame).ticker, [
    'week 2, B: leak 2',
    'week 4, A: leak 4',
    'week 5, B: leak 5',
  ]);
  assert.deepEqual(told({}, { now: 2 }, frame).ticker, ['week 1, A: leak 1', 'week 2, B: leak 2']);
  assert.deepEqual(told({ language: 'fr' }, { now: 1 }, frame).ticker, ['week 1, A: fuite 1']);
  assert.deepEqual(told({ lanes_covered: true }, {}, frame).ticker, []);
});

test('the tables have the years known, in a debate those revealed', () => {
  assert.equal(told().years.length, 3);
  assert.deepEqual(told().years[0], { year: 0, values: ['70', '30', '50'] });
  assert.equal(told({ ahead: false }, { now: 52 }).years.length, 2);
  assert.deepEqual(
    told().districts.map(row => row.name),
    ['West', 'East'],
  );
});

test('a value of a frame that is not there is a dash', () => {
  assert.equal(valueTold(null, 'A', OUTCOME, 0, 'en'), '–');
  assert.equal(valueTold(steady, 'C', OUTCOME, 0, 'en'), '–');
  assert.equal(valueTold(steady, 'A', OUTCOME, 52, 'en'), '70');
});

const RECEIPT = { lines: ['model: 3'], scale: 'On the page', draft: 'A draft of {n}.' };

test('the file says what it is before its numbers', () => {
  const view = viewWith({ plates: { A: { given: 'The Agora' }, B: { given: '' } } });
  const frame = frameOf((letter, outcome, week) => (letter === 'B' ? NaN : week / 3), { first: 0, last: 1 });
  assert.deepEqual(csvOf(frame, view, RECEIPT).split('\n'), [
    '# Simulation, not a forecast',
    '# A: The Agora',
    '# model: 3',
    '# On the page: wellbeing × 100, trust × 100',
    'week,city,wellbeing,trust',
    '0,A,0,0',
    '1,A,0.3333333,0.3333333',
    '0,B,,',
    '1,B,,',
    '0,no change,0,0',
    '1,no change,0.3333333,0.3333333',
    '',
  ]);
});

test('the file of a draft says so, with its residents', () => {
  const frame = frameOf(() => 0.5, { first: 0, last: 0, draft: true, residents: 2000 });
  assert.ok(csvOf(frame, viewWith(), RECEIPT).includes('\n# A draft of 2000.\n'));
});

test('an outcome whose numbers are the model’s own needs no scale', () => {
  const view = viewWith({ outcomes: { wellbeing: { ...OUTCOME, scale: 1 }, trust: OUTCOME } });
  const frame = frameOf(() => 0.5, { first: 0, last: 0, outcomes: ['wellbeing'] });
  assert.ok(csvOf(frame, view, RECEIPT).includes('\n# On the page: \n'));
});
