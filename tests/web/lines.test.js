import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seriesOf } from '../../sim/dashboard/web/frame.js';
import {
  cityPath,
  inDash,
  linePath,
  strokeCity,
  timeScale,
  valueScale,
} from '../../sim/dashboard/web/lines.js';
import { PEN, recorder } from './canvas.js';
import { frameOf } from './made.js';

const PLOT = { x: 10, y: 0, w: 310, h: 100 };
const y = valueScale([0, 1], PLOT);

function drawn(frame, draw) {
  const g = recorder();
  draw(g, timeScale(frame, PLOT));
  return g;
}

const down = g => g.named('moveTo').length;
const on = g => g.named('lineTo').length;

test('the first week lies at the left end, the last at the right', () => {
  const x = timeScale({ first: -52, last: 260 }, PLOT);
  assert.deepEqual([-52, 104, 260].map(x), [10, 165, 320]);
});

test('a line breaks at a week without a value and goes on after it', () => {
  const frame = frameOf((letter, outcome, week) => (week === 20 ? NaN : 0.5));
  const g = drawn(frame, (pen, x) => linePath(pen, frame, seriesOf(frame, 'A', 'trust'), 0, 40, x, y, 1));
  assert.equal(down(g), 2);
  assert.equal(on(g), 38); // 41 weeks, one missing, two begin
});

test('a line may take every other week only', () => {
  const frame = frameOf(() => 0.5);
  const g = drawn(frame, (pen, x) => linePath(pen, frame, seriesOf(frame, 'A', 'trust'), 0, 40, x, y, 4));
  assert.equal(down(g) + on(g), 11);
});

test('an outcome on its way and an empty span draw nothing', () => {
  const frame = frameOf(() => 0.5);
  for (const [series, to] of [
    [null, 40],
    [seriesOf(frame, 'A', 'trust'), -1],
  ]) {
    const g = drawn(frame, (pen, x) => linePath(pen, frame, series, 0, to, x, y, 1));
    assert.equal(down(g) + on(g), 0);
  }
});

test('a dash is drawn, then a gap left, again and again', () => {
  const at = [0, 10.9, 11, 16.9, 17, 27.9, 28].map(length => inDash([11, 6], length));
  assert.deepEqual(at, [true, true, false, false, true, true, false]);
  assert.equal(inDash([12, 4, 2, 4], 16.5), true); // the dot of dash and dot
  assert.equal(inDash([12, 4, 2, 4], 18.5), false);
});

test('city A is one line, city B has gaps that jitter cannot close', () => {
  const calm = frameOf(() => 0.5);
  const noisy = frameOf((letter, outcome, week) => (week % 2 ? 0.1 : 0.9));
  const path = (frame, letter) =>
    drawn(frame, (g, x) => cityPath(g, frame, letter, seriesOf(frame, letter, 'trust'), 0, 104, x, y, 3));
  assert.equal(down(path(calm, 'A')), 1);
  assert.ok(down(path(calm, 'B')) >= 8, 'about one dash for every 17 px');
  const [few, many] = [path(calm, 'B'), path(noisy, 'B')].map(down);
  assert.ok(many >= few / 2 && many <= few * 2, `${few} dashes of a calm line, ${many} of a noisy one`);
});

test('the gap of a dash is where no week is drawn', () => {
  const frame = frameOf(() => 0.5);
  const g = drawn(frame, (pen, x) =>
    cityPath(pen, frame, 'B', seriesOf(frame, 'B', 'trust'), 0, 104, x, y, 3),
  );
  assert.ok(on(g) < 104 * 0.85, 'of 17 px, 6 are a gap');
  assert.ok(on(g) > 104 * 0.45);
});

test('a missing city or a missing week draws nothing of it', () => {
  const frame = frameOf((letter, outcome, week) => (week > 50 ? NaN : 0.5));
  const g = drawn(frame, (pen, x) =>
    cityPath(pen, frame, 'B', seriesOf(frame, 'B', 'trust'), 51, 104, x, y, 3),
  );
  assert.equal(down(g), 0);
  assert.equal(down(drawn(frame, (pen, x) => cityPath(pen, frame, 'B', null, 0, 104, x, y, 3))), 0);
});

test('a casing is drawn in the colour of the ground, wider than the line', () => {
  const g = recorder();
  strokeCity(g, PEN, 'A', 3, { alpha: 0.5, casing: true, dashed: true });
  const [casing, line] = g.named('stroke');
  assert.deepEqual([casing.strokeStyle, casing.lineWidth], ['ground', 7]);
  assert.deepEqual([line.strokeStyle, line.lineWidth, line.globalAlpha], ['colour-a', 3, 0.5]);
});

test('a line that has no gaps in its path gets those of its city', () => {
  const g = recorder();
  strokeCity(g, PEN, 'B', 6.4);
  strokeCity(g, PEN, 'B', 1);
  assert.deepEqual(
    g.named('stroke').map(stroke => stroke.lineDash),
    [
      [22, 12],
      [11, 6],
    ],
  );
  assert.equal(g.named('stroke')[0].globalAlpha, 1);
});
