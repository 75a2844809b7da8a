import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawChoice } from '../../sim/dashboard/web/answers/choice.js';
import { drawDistrict } from '../../sim/dashboard/web/answers/district.js';
import { tracks } from '../../sim/dashboard/web/answers/flip.js';
import { labelSize, paintShapes, shapesOf } from '../../sim/dashboard/web/answers/pictures.js';
import { circle, lines } from '../../sim/dashboard/web/answers/shapes.js';
import { answerTable, heightOf } from '../../sim/dashboard/web/answers/taken.js';
import { figures } from '../../sim/dashboard/web/answers/who.js';
import { keyAction } from '../../sim/dashboard/web/keys.js';
import { recorder } from './canvas.js';

const WORDS = new Proxy({}, { get: (_, name) => String(name) });
const bar = (label, share, first, last) => ({
  label,
  share,
  first,
  last,
  low: share - 0.1,
  high: share + 0.1,
  text: `${share}`,
  percent: '',
});
const POINT = {
  short: '',
  best: false,
  robust: false,
  levers: { places: 1 },
  texts: ['1', '2'],
  label: 'a point',
};
const PICTURES = {
  why: {
    kind: 'why',
    words: WORDS,
    bars: [
      bar('Data', 3.8, 4.8, 3.1),
      bar('Decisions', 0.8, 0.6, 1),
      bar('Streets', -1.1, 0.5, -2.5),
      bar('Ties', 0.6, 0.7, 0.5),
    ],
    square: { across: 'Data', down: 'Decisions', texts: ['62', '67', '63', '68'], values: [62, 67, 63, 68] },
  },
  who: {
    kind: 'who',
    words: WORDS,
    all: [68, 21, 11],
    rows: Array.from({ length: 11 }, (_, i) => ({ label: `group ${i}`, counts: [60, 30, 10] })),
  },
  assumed: {
    kind: 'assumed',
    words: WORDS,
    sample: 'sample',
    rows: [{ label: 'central', a: 66, b: 62, a_text: '66', b_text: '62', word: 'higher in A', chosen: true }],
    shares: [
      { side: 'A', percent: 69, text: '69%' },
      { side: 'close', percent: 9, text: '9%' },
      { side: 'B', percent: 22, text: '22%' },
    ],
  },
  flip: {
    kind: 'flip',
    words: WORDS,
    rows: [
      {
        label: 'Values',
        sort: 'value',
        distance: '42%',
        start: 0.5,
        there: 0.08,
        now: 0.5,
        to_text: '−0.4',
        now_text: '0',
        low_text: '−0.5',
        high_text: '0.5',
      },
    ],
    missing: [{ label: 'fact', text: 'none found' }],
  },
  district: {
    kind: 'district',
    words: WORDS,
    polygons: [[[0, 0, 0.5, 0, 0.5, 0.5]], [[0.5, 0.5, 1, 0.5, 1, 1]]],
    names: ['Here', 'There'],
    chosen: 0,
    place: 'Here',
    year: 10,
    years: 10,
    lines: ['A', 'B'].map(letter => ({ letter, mean: [60, 70], low: [59, 69], high: [61, 71] })),
    whole: ['A', 'B'].map(letter => ({ letter, mean: [58, 66], low: [57, 65], high: [59, 67] })),
  },
  choice: {
    kind: 'choice',
    words: WORDS,
    axes: [
      { label: 'Well-being', better: 'more is better', more: true },
      { label: 'Cost', better: 'less is better', more: false },
    ],
    points: [
      { ...POINT, at: [62, 68], short: 'B' },
      { ...POINT, at: [66, 58], short: 'A' },
      { ...POINT, at: [68, 67], best: true, robust: true, label: 'the best' },
      { ...POINT, at: [60, 60] },
    ],
  },
};
const SCREENS = [
  [1860, 760],
  [1230, 470],
  [366, 420],
];

for (const [kind, picture] of Object.entries(PICTURES)) {
  for (const [w, h] of SCREENS) {
    test(`answer "${kind}" stays within ${w} × ${h}, and its letters can be read`, () => {
      const shapes = shapesOf(picture, w, h);
      const texts = shapes.filter(shape => shape.text !== undefined);
      const numbers = shapes.flatMap(({ d }) => (d ?? '').match(/-?[\d.]+/g) ?? []).map(Number);
      assert.ok(texts.length > 0);
      assert.ok(numbers.every(Number.isFinite));
      for (const { x, y, size, text } of texts) {
        assert.ok(x >= -1 && x <= w + 1 && y >= 0 && y <= h + size, `${text} at ${x}, ${y}`);
      }
      if (w > 1800) {
        assert.deepEqual(
          texts.filter(({ size }) => size < 24).map(one => one.text),
          [],
        );
      }
    });
  }
}

test('labels are at least 28 pixels high on a projector of 1920', () => {
  assert.ok(labelSize(1860) >= 28);
  assert.equal(labelSize(300), 14);
});

test('a bar lies on the side of its sign', () => {
  const fills = shapesOf(PICTURES.why, 1860, 760).filter(
    shape => shape.opacity === 1 && ['A', 'B'].includes(shape.fill),
  );
  const bars = fills.filter(shape => shape.d).slice(0, 4);
  assert.deepEqual(
    bars.map(shape => shape.fill),
    ['A', 'A', 'B', 'A'],
  );
});

test('a hundred figures are as many as are counted', () => {
  const made = figures([68, 21, 11], 600);
  const counted = side => made.filter(one => one.side === side).length;
  assert.deepEqual(['A', 'B', 'equal'].map(counted), [68, 21, 11]);
});

test('a slider lies on the line of its flip', () => {
  const [place] = tracks(PICTURES.flip, 1860, 760, labelSize(1860));
  const line = shapesOf(PICTURES.flip, 1860, 760).find(shape => shape.stroke === 'line');
  const [x, y, end] = line.d.match(/-?[\d.]+/g).map(Number);
  assert.ok(Math.abs(x - place.x) < 1 && Math.abs(y - place.y) < 1);
  assert.ok(Math.abs(end - place.x - place.w) < 1);
});

test('on a phone no line of a flip lies on another, and the handle hides no number', () => {
  const [width, height] = [370, 560];
  const rows = [{ ...PICTURES.flip.rows[0], label: 'Values at the start', sort: 'judgement' }];
  const texts = shapesOf({ ...PICTURES.flip, rows }, width, height).filter(shape => shape.text);
  const beside = texts.filter(shape => shape.x === 0).slice(0, 4);
  assert.ok(beside.length === 4 && beside[0].weight === 700 && beside[1].weight === 700);
  beside.slice(1).forEach((one, i) => assert.ok(one.y - beside[i].y >= one.size * 1.1, one.text));
  const [place] = tracks(PICTURES.flip, width, height, labelSize(width));
  const now = texts.find(shape => shape.text.startsWith('now'));
  assert.ok(now.y - now.size >= place.y + 17);
});

test('a district is tapped on its map, before lines are there and after', () => {
  for (const lines_ of [[], PICTURES.district.lines]) {
    const shapes = drawDistrict({ ...PICTURES.district, lines: lines_, whole: lines_ }, 1860, 760, 29);
    const does = shapes.filter(shape => shape.does).map(shape => shape.does);
    assert.deepEqual(does, [
      { do: 'district', name: 'Here' },
      { do: 'district', name: 'There' },
    ]);
  }
});

test('a month without a value leaves a gap in the line, no number that is none', () => {
  const lines_ = PICTURES.district.lines.map(one => ({
    ...one,
    mean: [null, 70],
    low: [null, 69],
    high: [null, 71],
  }));
  const shapes = drawDistrict({ ...PICTURES.district, lines: lines_ }, 1860, 760, 29);
  assert.ok(shapes.every(({ d }) => !String(d).includes('NaN')));
});

test('every point loads its own levers; the best are numbered and named beside', () => {
  const shapes = drawChoice(PICTURES.choice, 1860, 760, 29);
  assert.equal(shapes.filter(shape => shape.does?.do === 'adopt').length, 4);
  const texts = shapes.map(shape => shape.text);
  assert.equal(texts.filter(text => text === '1').length, 2);
  assert.ok(texts.includes('the best'));
  assert.ok(texts.some(text => String(text).startsWith('↓ Cost')));
});

test('two arcs of a circle end exactly two radii apart', () => {
  const [, r1, , , , , end] = circle(10, 10, 7.86, {})
    .d.match(/-?[\d.]+/g)
    .slice(1)
    .map(Number);
  assert.equal(end, 2 * r1);
});

test('words are broken, and cut where there is no room', () => {
  assert.deepEqual(lines('one two three', 60, 10), ['one two', 'three']);
  assert.deepEqual(lines('one two three four five six', 60, 10), ['one two', 'three four…']);
});

test('shapes are painted on a canvas with the colours of the page', () => {
  globalThis.Path2D = class {};
  const g = recorder();
  paintShapes(g, shapesOf(PICTURES.who, 1000, 500), name => `colour of ${name}`, 'sans-serif', 5, 5);
  assert.ok(g.named('fillText').some(one => one.fillStyle === 'colour of ground'));
  assert.ok(g.named('fill').some(one => one.fillStyle === 'colour of A'));
  delete globalThis.Path2D;
});

test('a table is taken away under its sentence, limits and receipt', () => {
  const view = {
    sentence: 'So it is.',
    notes: ['More.'],
    caution: 'Simulation',
    limits: ['Luck only.'],
    receipt: ['model 3'],
    table: { head: ['Part', 'Share'], rows: [['Data, all', '+3.8']] },
  };
  assert.equal(
    answerTable(view),
    '# So it is.\n# More.\n# Simulation.\n# Luck only.\n# model 3\nPart,Share\n"Data, all",+3.8\n',
  );
  assert.equal(heightOf([{ lines: ['a', 'b'], size: 10 }, null]), 80 + 38 + 730);
});

test('keys 1 to 6 ask for the answers, from every mode, and the remote walks on', () => {
  const press = (key, view = {}) => {
    const target = { matches: () => false, closest: () => null };
    return keyAction({ key, target }, { keys: true, mode: 'explore', answer: 0, ...view });
  };
  for (const mode of ['explore', 'understand', 'debate']) {
    assert.deepEqual(press('4', { mode }), { do: 'answer', number: 4 });
  }
  assert.equal(press('7'), null);
  assert.equal(press('1', { keys: false }), null);
  assert.equal(press('PageDown'), null);
  assert.deepEqual(press('PageDown', { answer: 2 }), { do: 'answer', number: 3 });
  assert.deepEqual(press('PageUp', { answer: 2 }), { do: 'answer', number: 1 });
  assert.equal(press('PageDown', { answer: 6 }), null);
  assert.deepEqual(press('PageDown', { answer: 2, mode: 'debate' }), { do: 'step', by: 1 });
});
