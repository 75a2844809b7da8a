import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  countRuns,
  drawRunDots,
  drawRunLines,
  readRuns,
  tellRuns,
  tellWithin,
} from '../../sim/dashboard/web/runs.js';
import { focusAxis } from '../../sim/dashboard/web/axis.js';
import { PEN, recorder } from './canvas.js';
import { OUTCOME, WORDS, assemble, frameOf, viewOf } from './made.js';

const MONTHS = 3;

// Runs of which each city has a level of its own in each run, the same in every month.
function runsOf(levels) {
  const letters = Object.keys(levels);
  const count = levels[letters[0]].length;
  const values = [];
  for (let run = 0; run < count; run++) {
    for (const letter of letters) {
      for (let month = 0; month < MONTHS; month++) values.push(levels[letter][run]);
    }
  }
  const arrays = { runs: { shape: [count, letters.length, MONTHS], values: new Float32Array(values) } };
  return readRuns(viewOf(assemble({ letters, outcomes: ['wellbeing'], every: 4 }, arrays)));
}

test('runs are read with their cities, their months and the outcome they are of', () => {
  const runs = runsOf({ A: [0.1, 0.2], B: [0.3, 0.4] });
  assert.deepEqual([runs.count, runs.months, runs.every, runs.outcome], [2, 3, 4, 'wellbeing']);
  assert.deepEqual(runs.letters, ['A', 'B']);
});

test('no runs yet are none', () => {
  assert.equal(readRuns(null), null);
  assert.equal(readRuns(new DataView(new ArrayBuffer(0))), null);
});

test('the city that is higher in more runs is named, with in how many', () => {
  const runs = runsOf({ A: [0.5, 0.5, 0.1, 0.5], B: [0.4, 0.4, 0.4, 0.4] });
  assert.deepEqual(countRuns(runs, ['A', 'B'], 8), { letter: 'A', place: 'higher', filled: 3, count: 4 });
  assert.equal(countRuns(runsOf({ A: [0.1], B: [0.2] }), ['A', 'B'], 8).letter, 'B');
});

test('a tie names the first, and runs that are all equal count as none', () => {
  assert.equal(countRuns(runsOf({ A: [1, 0], B: [0, 1] }), ['A', 'B'], 8).letter, 'A');
  const equal = countRuns(runsOf({ A: [1, 1], B: [1, 1] }), ['A', 'B'], 8);
  assert.equal(tellRuns(equal, WORDS), 'Equal in all runs');
});

test('the month counted is that of the week, never one before the first or after the last', () => {
  const values = new Float32Array([0, 1, 1, 1, 0, 0]); // B is higher in the first month only
  const arrays = { runs: { shape: [1, 2, MONTHS], values } };
  const runs = readRuns(viewOf(assemble({ letters: ['B', 'A'], outcomes: ['x'], every: 4 }, arrays)));
  const letter = week => countRuns(runs, ['A', 'B'], week).letter;
  assert.deepEqual([-40, 0, 4, 5, 12, 900].map(letter), ['A', 'A', 'A', 'B', 'B', 'B']);
});

test('the room’s city lies above both, between or below both, whichever it does most', () => {
  const place = c => countRuns(runsOf({ A: [0.4, 0.4], B: [0.6, 0.6], C: c }), ['A', 'B', 'C'], 8);
  assert.deepEqual(place([0.9, 0.8]), { letter: 'C', place: 'above', filled: 2, count: 2 });
  assert.equal(place([0.5, 0.4]).place, 'between'); // on a level with one of them is between
  assert.equal(place([0.1, 0.2]).place, 'below');
  assert.equal(tellRuns(place([0.9, 0.5]), WORDS), 'C above both in 1 of 2 runs');
});

test('a count of a difference too small to matter says so, as the sentence does', () => {
  const within = (levels, letters = ['A', 'B']) => {
    return tellWithin(runsOf(levels), letters, 8, OUTCOME, WORDS);
  };
  const small = 'on average by less than 2';
  assert.equal(within({ A: [0.5, 0.5], B: [0.51, 0.51] }), small);
  assert.equal(within({ A: [0.5, 0.5], B: [0.47, 0.5] }), small, 'of the mean, not of each run');
  assert.equal(within({ A: [0.5, NaN], B: [0.51, 0.9] }), small, 'of the runs in which it is defined');
  assert.equal(within({ A: [0.5, 0.5], B: [0.53, 0.53] }), '', 'a difference that matters');
  assert.equal(within({ A: [0.5, 0.5], B: [0.5, 0.5] }), '', 'no difference is said already');
  assert.equal(within({ A: [NaN], B: [0.5] }), '', 'nothing is defined');
  const three = { A: [0.5], B: [0.51], C: [0.505] };
  assert.equal(within(three, ['A', 'B', 'C']), '', 'of the room’s city its place is told');
});

test('each run of each city is a line; a missing month is left out', () => {
  const g = recorder();
  const runs = runsOf({ A: [0.1, NaN], B: [0.2, 0.3] });
  drawRunLines(
    g,
    PEN,
    runs,
    ['A', 'B'],
    week => week,
    value => value,
    1,
  );
  assert.equal(g.named('stroke').length, 4);
  assert.equal(g.named('lineTo').length, 9);
  assert.deepEqual(
    g
      .named('lineTo')
      .slice(0, 3)
      .map(one => one.args[0]),
    [4, 8, 12],
  );
});

function dotsOf(frame, more = {}) {
  const g = recorder();
  const runs = runsOf({ A: [0.5, 0.5, 0.1], B: [0.4, 0.4, 0.4] });
  const scene = {
    frame,
    outcome: OUTCOME,
    letters: ['A', 'B'],
    runs,
    runsAs: 'dots',
    now: 104,
    words: WORDS,
    ...more,
  };
  const plan = { unit: 10, small: 9 };
  const axis = focusAxis(scene, { x: 0, y: 0, w: 400, h: 200 }, 10);
  drawRunDots(g, PEN, plan, scene, axis, week => week * 3);
  return { g, axis };
}

test('one symbol a run: filled where the city named is higher, hollow where not', () => {
  const { g } = dotsOf(frameOf(() => 0.5));
  assert.deepEqual(
    g.named('fill').map(one => one.fillStyle),
    ['colour-a', 'colour-a', 'ground'],
  );
  assert.deepEqual(g.texts(), ['Higher in A in 2 of 3 runs']);
});

test('what joins the count to the sentence stands in one line where it fits, else beneath', () => {
  const texts = (width, weeks) => {
    const runs = runsOf({ A: [0.5, 0.5], B: [0.49, 0.49] });
    const g = recorder();
    const scene = {
      frame: frameOf(() => 0.5),
      outcome: OUTCOME,
      letters: ['A', 'B'],
      runs,
      now: 104,
      words: WORDS,
    };
    const axis = focusAxis(scene, { x: 0, y: 0, w: width, h: 200 }, 10);
    drawRunDots(g, PEN, { unit: 10, small: 9 }, scene, axis, week => week * weeks);
    return g.named('fillText').map(one => [one.args[0], one.args[2]]);
  };
  assert.deepEqual(
    texts(2000, 3).map(one => one[0]),
    ['Higher in A in 2 of 2 runs, on average by less than 2'],
  );
  const [[first, high], [second, low]] = texts(120, 0);
  assert.deepEqual([first, second], ['Higher in A in 2 of 2 runs,', 'on average by less than 2']);
  assert.ok(low > high + 9, 'no line on another');
});

test('the dots lie where the lines are not', () => {
  const top = frame => dotsOf(frame).g.named('fillText')[0].args[2];
  assert.ok(top(frameOf(() => 0.9)) > 100, 'beneath high lines');
  assert.ok(top(frameOf(() => 0.1)) < 100, 'above low lines');
});

test('beside a cut axis they lie in their strip, over the plot', () => {
  const { g, axis } = dotsOf(
    frameOf(() => 0.5),
    { zoom: true },
  );
  assert.ok(g.named('fillText')[0].args[2] < axis.inner.y);
});
