import assert from 'node:assert/strict';
import { test } from 'node:test';
import { widthOf } from '../../sim/dashboard/web/answers/shapes.js';
import { shapesOfStudy } from '../../sim/dashboard/web/study/pictures.js';

const WORDS = new Proxy({}, { get: (_, name) => String(name) });
const AXIS = { low: 0, high: 2, ticks: [[0, '0'], [1, '1'], [2, '2']] }; // prettier-ignore
const AROUND = { low: -1, high: 1, ticks: [[-1, '−1'], [0, '0'], [1, '1']] }; // prettier-ignore
const DRAWN = {
  fan: {
    kind: 'fan',
    words: WORDS,
    across: AXIS,
    up: AXIS,
    lines: ['A', 'B'].map(mark => ({
      mark,
      label: `city ${mark}`,
      years: [0, 1, 2],
      bands: [0.2, 0.4, 0.8, 1.2, 1.6].map(level => [level, level, level]),
    })),
  },
  paired: {
    kind: 'paired',
    up: AROUND,
    first: 'higher in A',
    second: 'higher in B',
    told: '3 of 3 points',
    rows: [
      [-0.5, -0.8, -0.2],
      [0.1, -0.2, 0.4],
      [0.6, null, null],
    ],
  },
  factors: {
    kind: 'factors',
    across: AXIS,
    label: 'total effect',
    rows: [
      { label: 'Openness', value: 1.2, reach: 0.3, text: '1.2 · settled', dummy: false },
      { label: 'Blur', value: 0.4, reach: 0.2, text: '0,40 · pas plus que le hasard', dummy: false },
      { label: 'nothing', value: 0.1, reach: 0.2, text: '0.1', dummy: true },
    ],
  },
  points: {
    kind: 'points',
    words: WORDS,
    axes: [
      { ...AXIS, label: 'Well-being', better: 'more' },
      { ...AXIS, label: 'Trust', better: '' },
    ],
    cities: ['a', 'b', 'c', 'd'].map(name => ({ name, label: `city ${name}` })),
    points: [
      [0, 4, 0, 0.5, 0.5, true],
      [0, 5, 1, 1, 1, false],
      [1, 6, 3, 1.5, 1.5, false],
    ],
    shipped: [
      { label: 'Status quo', at: [0.5, 0.5], load: { part: 0, point: 4, city: 'a' } },
      ...Array.from({ length: 10 }, (_, i) => ({ label: `other ${i}`, at: [i / 5, 2 - i / 5], load: null })),
    ],
  },
};
const SCREENS = [
  [1860, 760],
  [1230, 470],
  [366, 420],
];

for (const [kind, drawn] of Object.entries(DRAWN)) {
  for (const [width, height] of SCREENS) {
    test(`${kind} lies within ${width} x ${height}`, () => {
      for (const shape of shapesOfStudy(drawn, width, height)) {
        assert.ok(!/NaN|undefined|Infinity/.test(JSON.stringify(shape)), JSON.stringify(shape));
        if (shape.text === undefined) continue;
        assert.ok(shape.y >= 0 && shape.y <= height, shape.text);
        assert.ok(shape.x >= 0 && shape.x <= width, shape.text);
      }
    });
  }
}

for (const [width, height] of SCREENS) {
  test(`what stands beside the bars is not cut at ${width} x ${height}`, () => {
    const said = DRAWN.factors.rows.map(row => row.text);
    const shapes = shapesOfStudy(DRAWN.factors, width, height).filter(shape => said.includes(shape.text));
    assert.equal(shapes.length, said.length);
    for (const { x, text, size } of shapes) assert.ok(x + widthOf(text, size) <= width, text);
  });

  test(`the words of differences meet neither lines nor points at ${width} x ${height}`, () => {
    const shapes = shapesOfStudy(DRAWN.paired, width, height);
    const [first, second] = ['↑ higher in A', '↓ higher in B'].map(said =>
      shapes.find(({ text }) => text === said),
    );
    const left = shapes
      .filter(({ text }) => text === '1' || text === '−1')
      .map(({ y, size }) => y - 0.35 * size);
    assert.ok(first.y < Math.min(...left));
    assert.equal(second.anchor, 'end');
    assert.ok(second.y < Math.max(...left));
  });
}

test('nothing is drawn of nothing', () => {
  assert.deepEqual(shapesOfStudy(null, 100, 100), []);
});

test('a median lies between its bands, and each city has a dash and a symbol of its own', () => {
  const shapes = shapesOfStudy(DRAWN.fan, 1230, 470);
  const medians = shapes.filter(shape => shape.stroke === 'A' || shape.stroke === 'B');
  assert.deepEqual(
    medians.map(shape => shape.dash),
    ['', '11 6'],
  );
  assert.equal(shapes.filter(shape => shape.fill === 'A' && shape.opacity < 1).length, 2);
});

test('a difference within luck is hollow, one beyond it has the symbol of the city that is higher', () => {
  const shapes = shapesOfStudy(DRAWN.paired, 1230, 470);
  assert.equal(shapes.filter(shape => shape.fill === 'B').length, 1);
  assert.equal(shapes.filter(shape => shape.fill === 'ground' && shape.stroke === 'A').length, 2);
  const zero = shapes.filter(shape => shape.stroke === 'ink');
  assert.equal(zero.length, 1);
});

test('the bar of a factor without effect is pale', () => {
  const fills = shapesOfStudy(DRAWN.factors, 1230, 470).map(shape => shape.fill);
  assert.equal(fills.filter(fill => fill === 'soft').length, 2);
  assert.equal(fills.filter(fill => fill === 'line').length, 1);
});

test('a tap on a point loads it, and the best have a dark edge', () => {
  const taps = shapesOfStudy(DRAWN.points, 1230, 470).filter(shape => shape.does);
  assert.deepEqual(
    taps.map(shape => shape.does),
    [
      { do: 'study_load', part: 0, point: 5, city: 'b' },
      { do: 'study_load', part: 1, point: 6, city: 'd' },
      { do: 'study_load', part: 0, point: 4, city: 'a' },
      { do: 'study_load', part: 0, point: 4, city: 'a' }, // by the square of the scenario that it is
    ],
  );
  assert.deepEqual(
    taps.map(shape => shape.stroke),
    ['none', 'none', 'ink', 'ink'],
  );
  assert.equal(taps[0].title, 'load: 6, city b');
});

test('an axis says which way is better only where one is', () => {
  const said = shapesOfStudy(DRAWN.points, 1230, 470).map(shape => shape.text);
  assert.ok(said.includes('Well-being · more_better →'));
  assert.ok(said.includes('↑ Trust'));
});

test('shipped scenarios have numbers and names, filled where they are of the study, none below the picture', () => {
  const shapes = shapesOfStudy(DRAWN.points, 1230, 300);
  const named = shapes.filter(shape => /^(Status quo|other \d)$/.test(shape.text));
  assert.equal(named.length, 11);
  assert.deepEqual(
    shapes.filter(shape => /^\d+$/.test(shape.text) && shape.weight === 700).map(shape => shape.fill),
    Array(2)
      .fill(['ground', ...Array(10).fill('ink')])
      .flat(),
  );
});
