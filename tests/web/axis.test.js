import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeMarks } from '../../sim/dashboard/web/axes.js';
import { axisValues, drawCuts, focusAxis, tellAxis } from '../../sim/dashboard/web/axis.js';
import { PEN, recorder } from './canvas.js';
import { OUTCOME, WORDS, frameOf } from './made.js';

const PLOT = { x: 0, y: 100, w: 400, h: 200 };
const UNIT = 10;

function sceneWith(frame, more = {}) {
  return { frame, ghost: null, outcome: OUTCOME, letters: ['A', 'B'], zoom: true, curtain: false, ...more };
}

const between = (low, high) => frameOf((letter, outcome, week) => (week % 2 ? low : high));
const told = (scene, outcome = OUTCOME) => tellAxis(focusAxis(scene, PLOT, UNIT), outcome, WORDS, 'en');

test('the axis is whole unless asked for otherwise, and behind the curtain always', () => {
  for (const more of [{ zoom: false }, { curtain: true }]) {
    const axis = focusAxis(sceneWith(between(0.5, 0.6), more), PLOT, UNIT);
    assert.deepEqual(axis.part, [0, 1]);
    assert.deepEqual(axis.cut, { low: false, high: false });
    assert.deepEqual(axis.inner, PLOT);
  }
});

test('the lowest value lies at the bottom, the highest at the top, those beyond at the ends', () => {
  const { y } = focusAxis(sceneWith(between(0.5, 0.6), { zoom: false }), PLOT, UNIT);
  assert.deepEqual([0, 0.5, 1, -3, 7].map(y), [300, 200, 100, 300, 100]);
});

test('the part in use has round ends, and says so', () => {
  const axis = focusAxis(sceneWith(between(0.52, 0.68)), PLOT, UNIT);
  assert.deepEqual(
    axis.part.map(value => Math.round(value * 1000)),
    [500, 700],
  );
  assert.equal(told(sceneWith(between(0.52, 0.68))), 'Axis cut: 50 to 70');
});

test('a band is left for each end that is cut, and only for those', () => {
  const both = focusAxis(sceneWith(between(0.5, 0.6)), PLOT, UNIT);
  assert.equal(both.inner.h, PLOT.h - 2 * both.band);
  const low = focusAxis(sceneWith(between(0.9, 1)), PLOT, UNIT);
  assert.deepEqual(low.cut, { low: true, high: false });
  assert.deepEqual([low.inner.y, low.inner.h], [PLOT.y, PLOT.h - low.band]);
});

test('a flat line keeps a tenth of the axis around it', () => {
  const [low, high] = focusAxis(sceneWith(between(0.5, 0.5)), PLOT, UNIT).part;
  assert.ok(high - low >= 0.1 - 1e-9, `${low} to ${high}`);
  assert.ok(low <= 0.45 + 1e-9 && high >= 0.55 - 1e-9, `${low} to ${high}`);
});

test('lines that use the whole axis, and no lines at all, leave it whole', () => {
  assert.equal(told(sceneWith(between(0, 1))), '');
  assert.equal(told(sceneWith(between(NaN, NaN))), '');
});

test('a line beyond the axis does not widen it', () => {
  assert.deepEqual(focusAxis(sceneWith(between(-4, 9)), PLOT, UNIT).part, [0, 1]);
});

test('the ghost and the city without a change are in the part shown', () => {
  const ghost = focusAxis(sceneWith(between(0.5, 0.55), { ghost: between(0.8, 0.85) }), PLOT, UNIT).part;
  assert.ok(ghost[1] >= 0.85);
  const none = frameOf(letter => (letter === 'N' ? 0.2 : 0.5));
  assert.ok(focusAxis(sceneWith(none), PLOT, UNIT).part[0] <= 0.2);
});

test('one missing week does not spoil the part in use', () => {
  const holes = frameOf((letter, outcome, week) => (week === 3 ? NaN : 0.52 + (week % 2) * 0.1));
  assert.ok(told(sceneWith(holes)).startsWith('Axis cut'));
});

test('dots beside a cut axis get a strip of their own', () => {
  const runs = { runs: {}, runsAs: 'dots' };
  const axis = focusAxis(sceneWith(between(0.5, 0.6), runs), PLOT, UNIT);
  assert.equal(axis.strip, 29);
  assert.equal(axis.inner.y, PLOT.y + axis.band + axis.strip);
  assert.equal(focusAxis(sceneWith(between(0.5, 0.6), { ...runs, runsAs: 'lines' }), PLOT, UNIT).strip, 0);
});

test('the middle of the axis is marked where its number is exact', () => {
  const whole = focusAxis(sceneWith(between(0, 1)), PLOT, UNIT);
  assert.deepEqual(
    axisValues(whole, OUTCOME).map(mark => mark.value),
    [0, 0.5, 1],
  );
  const odd = { ...whole, part: [0.5, 0.55] }; // the middle would be 52.5 of 100
  assert.deepEqual(
    axisValues(odd, OUTCOME).map(mark => mark.value),
    [0.5, 0.55],
  );
  assert.equal(axisValues(odd, { ...OUTCOME, digits: 1 }).length, 3);
});

test('what is cut is written once, each end by its own torn line', () => {
  const scene = sceneWith(between(0.5, 0.6));
  const g = recorder();
  const axis = focusAxis(scene, PLOT, UNIT);
  drawCuts(g, PEN, { plot: PLOT, unit: UNIT, small: 9 }, axis, OUTCOME, WORDS, 'en');
  assert.deepEqual(g.texts().sort(), ['0', '100', told(scene)].sort());
  assert.equal(g.named('stroke').length, 2);
});

test('beneath the axis: the past where there is room, the choice, half and whole time', () => {
  const texts = (frame, room) => timeMarks(frame, WORDS, room).map(([week, text]) => [week, text]);
  const ten = { first: -103, last: 520 };
  assert.deepEqual(texts(ten, true), [
    [-103, 'common past'],
    [0, 'the choice'],
    [520, '10 years'],
    [260, '5'],
  ]);
  assert.deepEqual(texts(ten, false)[0], [0, 'the choice']);
  assert.deepEqual(texts({ first: 0, last: 52 }, true), [[0, 'the choice']]);
  assert.deepEqual(texts({ first: 0, last: 104 }, true)[1], [104, '2 years']);
});
