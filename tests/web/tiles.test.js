import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOut } from '../../sim/dashboard/web/layout.js';
import { sceneOf } from '../../sim/dashboard/web/painter.js';
import { rulerScale } from '../../sim/dashboard/web/ruler.js';
import { drawTile } from '../../sim/dashboard/web/tiles.js';
import { PEN, recorder } from './canvas.js';
import { OUTCOME, frameOf, stateOf, viewWith } from './made.js';

const SIX = ['a', 'b', 'c', 'd', 'e', 'f'];
const steady = frameOf(letter => ({ A: 0.7, B: 0.3, C: 0.9, N: 0.5 })[letter]);

function drawn(kind, view = {}, more = {}, frame = steady) {
  const plan = layOut(kind, 1366, 700, ['A', 'B'], SIX, 2);
  const g = recorder();
  drawTile(g, PEN, plan, plan.tiles[0], OUTCOME, sceneOf(stateOf(frame, viewWith(view), more)));
  return g;
}

test('a tile has its outcome’s name and each city’s value', () => {
  assert.deepEqual(drawn('laptop').texts(), ['Well-being', '70', '30']);
  assert.deepEqual(drawn('laptop', { swapped: true }).texts(), ['Well-being', '30', '70']);
});

test('an outcome that is not revealed shows its name and a question mark', () => {
  const g = drawn('laptop', { hidden: ['wellbeing'] });
  assert.deepEqual(g.texts(), ['Well-being', '?']);
  assert.ok(!g.drawn.some(one => String(one.strokeStyle).startsWith('colour-')));
});

test('a laptop’s tile is a curve, a stage’s a ruler, a phone’s the values alone', () => {
  const curves = g => g.named('stroke').filter(one => one.strokeStyle === 'colour-a').length;
  assert.equal(curves(drawn('laptop')), 1);
  assert.equal(curves(drawn('stage')), 0);
  assert.deepEqual(drawn('stage').texts(), ['Well-being', '0', '50', '100', '70', '30']);
  assert.equal(curves(drawn('phone')), 0);
  assert.deepEqual(drawn('phone').texts(), ['Well-being', '70', '30']);
});

test('a name takes two lines at most', () => {
  const plan = layOut('laptop', 1366, 700, ['A', 'B'], SIX, 2);
  const g = recorder();
  const outcome = { ...OUTCOME, label: 'How many of the residents say openly what they think of the city' };
  drawTile(g, PEN, plan, plan.tiles[0], outcome, sceneOf(stateOf(steady)));
  assert.equal(g.texts().length, 2 + 2);
});

test('where the room’s city lies is said, as small as the tile needs', () => {
  const frame = frameOf(letter => ({ A: 0.7, B: 0.3, C: 0.9, N: 0.5 })[letter], {
    letters: ['A', 'B', 'C', 'N'],
  });
  const g = drawn('laptop', { letters: ['A', 'B', 'C'] }, {}, frame);
  assert.deepEqual(g.texts(), ['Well-being', '70', '30', '90', 'above both']);
});

test('values that are missing are dashes', () => {
  assert.deepEqual(
    drawn(
      'stage',
      {},
      {},
      frameOf(() => NaN),
    ).texts(),
    ['Well-being', '0', '50', '100', '–', '–'],
  );
});

test('a ruler stands from end to end of its outcome, values beyond it at its ends', () => {
  const x = rulerScale([-1, 1], { x: 100, w: 50 });
  assert.deepEqual([-1, 0, 1, -9, 9].map(x), [100, 125, 150, 100, 150]);
  assert.ok(Number.isNaN(x(NaN)));
});

test('before the choice a ruler has no city on it', () => {
  const symbols = now =>
    drawn('stage', {}, { now })
      .named('fill')
      .filter(one => one.fillStyle === 'colour-b').length;
  assert.equal(symbols(0), symbols(52) - 1);
});
