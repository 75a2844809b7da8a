import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { layOut } from '../../sim/dashboard/web/layout.js';
import { Painter, placeOf, sceneOf, shownLetters } from '../../sim/dashboard/web/painter.js';
import { heightOf } from '../../sim/dashboard/web/picture.js';
import { recorder } from './canvas.js';
import { GEOMETRY, frameOf, stateOf, viewWith } from './made.js';

const PLAN = layOut('laptop', 1000, 539, ['A', 'B'], ['trust'], 2);
const steady = frameOf(letter => ({ A: 0.7, B: 0.3, N: 0.5 })[letter]);
let shapes = 0;
let palettes = 0;

class Path {
  constructor() {
    shapes += 1;
  }
  moveTo() {}
  lineTo() {}
  closePath() {}
}

function canvasOf() {
  const g = recorder();
  return { g, width: 0, height: 0, style: {}, getContext: () => g };
}

beforeEach(() => {
  [shapes, palettes] = [0, 0];
  globalThis.window = { devicePixelRatio: 2 };
  globalThis.document = { documentElement: { dataset: {} } };
  globalThis.Path2D = Path;
  globalThis.getComputedStyle = () => {
    palettes += 1;
    return { getPropertyValue: name => ` ${name} ` };
  };
});

test('the canvas has the plan’s size, in the pixels of the screen', () => {
  const canvas = canvasOf();
  new Painter(canvas).paint(PLAN, stateOf(steady));
  assert.deepEqual([canvas.width, canvas.height], [2000, Math.round(PLAN.height * 2)]);
  assert.equal(canvas.style.width, '1000px');
  assert.deepEqual(canvas.g.named('setTransform')[0].args, [2, 0, 0, 2, 0, 0]);
});

test('without a plan, a frame or a map nothing is painted', () => {
  for (const [plan, more] of [
    [null, {}],
    [PLAN, { frame: null }],
    [PLAN, { geometry: null }],
  ]) {
    const canvas = canvasOf();
    new Painter(canvas).paint(plan, stateOf(steady, viewWith(), more));
    assert.equal(canvas.g.drawn.length, 0);
  }
});

test('a picture has both maps, their plates, the chart and each tile', () => {
  const canvas = canvasOf();
  new Painter(canvas).paint(PLAN, stateOf(steady));
  const texts = canvas.g.texts();
  for (const text of ['City A', 'City B', 'A 70', 'B 30', 'Trust', 'East', 'outage']) {
    assert.ok(texts.includes(text), text);
  }
});

test('while it plays the chart alone is cleared and painted', () => {
  const canvas = canvasOf();
  const painter = new Painter(canvas);
  painter.paint(PLAN, stateOf(steady), true);
  const { focus } = PLAN;
  assert.deepEqual(
    canvas.g.named('clearRect').map(one => one.args.slice(0, 3)),
    [[focus.x, focus.y, focus.w]],
  );
  assert.ok(!canvas.g.texts().includes('City A'));
  assert.equal(shapes, 0);
});

test('districts are shaped anew when the maps move or the city is another, colours when told', () => {
  const painter = new Painter(canvasOf());
  painter.paint(PLAN, stateOf(steady));
  painter.paint(PLAN, stateOf(steady));
  assert.equal(shapes, 4); // two districts on two maps
  assert.equal(palettes, 1);
  painter.paint(layOut('laptop', 1100, 539, ['A', 'B'], ['trust'], 2), stateOf(steady));
  assert.equal(shapes, 8);
  painter.forgetShapes();
  painter.forgetColours();
  painter.paint(PLAN, stateOf(steady));
  assert.deepEqual([shapes, palettes], [12, 2]);
});

test('the map of the difference stands in the place of the last city’s', () => {
  const canvas = canvasOf();
  new Painter(canvas).paint(PLAN, stateOf(steady, viewWith({ difference: true })));
  assert.ok(canvas.g.texts().includes('A minus B'));
  assert.ok(!canvas.g.texts().includes('City B'));
});

test('a plan without maps or tiles is painted as a chart', () => {
  const canvas = canvasOf();
  new Painter(canvas).paint(layOut('large', 1920, 984, ['A', 'B'], [], 2), stateOf(steady));
  assert.ok(canvas.g.texts().includes('A 70'));
  assert.ok(!canvas.g.texts().includes('City A'));
});

test('swapped sides are shown in the other order, without touching the view', () => {
  const view = viewWith({ letters: ['A', 'B', 'C'], swapped: true });
  assert.deepEqual(shownLetters(view), ['C', 'B', 'A']);
  assert.deepEqual(view.letters, ['A', 'B', 'C']);
  assert.deepEqual(shownLetters(viewWith()), ['A', 'B']);
});

test('the room’s city is placed among the two, not ranked', () => {
  const place = c => {
    const levels = { A: 0.4, B: 0.6, C: c, N: 0.5 };
    const frame = frameOf(letter => levels[letter], { letters: ['A', 'B', 'C', 'N'] });
    return placeOf(stateOf(frame, viewWith({ letters: ['A', 'B', 'C'] })), 'trust');
  };
  assert.deepEqual([0.9, 0.6, 0.5, 0.4, 0.1, NaN].map(place), [
    'above both',
    'between',
    'between',
    'between',
    'below both',
    '',
  ]);
});

test('two cities are not placed', () => {
  assert.equal(sceneOf(stateOf(steady)).place, null);
});

test('a picture taken away has room for every line beneath it', () => {
  const notes = [
    { lines: ['a', 'b'], step: 22 },
    { lines: [''], step: 14 },
  ];
  assert.equal(heightOf(notes), 10 + (2 * 22 + 6) + (14 + 6));
  assert.equal(heightOf([]), 10);
  assert.equal(GEOMETRY.names.length, 2);
});

test('a theme that the page takes after the first picture is painted in its colours', () => {
  const painter = new Painter(canvasOf());
  painter.paint(PLAN, stateOf(steady));
  painter.paint(PLAN, stateOf(steady));
  assert.equal(palettes, 1);
  globalThis.document.documentElement.dataset.theme = 'dark';
  painter.paint(PLAN, stateOf(steady));
  painter.paint(PLAN, stateOf(steady), true);
  assert.equal(palettes, 2);
});
