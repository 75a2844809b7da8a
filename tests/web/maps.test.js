import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceClass, differenceClasses, drawDifference } from '../../sim/dashboard/web/difference.js';
import { drawMapLegend } from '../../sim/dashboard/web/legend.js';
import { borderWidth, drawMap, gatheringRadius, setApart } from '../../sim/dashboard/web/map.js';
import { classOf, endsOf, rampOf } from '../../sim/dashboard/web/ramp.js';
import { drawPlate } from '../../sim/dashboard/web/plate.js';
import { sceneOf } from '../../sim/dashboard/web/painter.js';
import { PEN, recorder } from './canvas.js';
import { OUTCOME, TRUST, frameOf, stateOf, viewWith } from './made.js';

const RECT = { letter: 'A', x: 0, y: 0, w: 200, h: 200 };
const AT = { x: 0, y: 210, w: 200, h: 60 };
const PLAN = { kind: 'laptop', unit: 15, small: 13, maps: [RECT, { ...RECT, letter: 'B' }] };
const PATHS = ['west', 'east'];

function sceneWith(bytes, more = {}, view = {}) {
  const frame = frameOf(() => 0.5, { byte: (letter, week, district) => bytes[letter]?.[district] ?? 255 });
  return { ...sceneOf(stateOf(frame, viewWith(view))), ...more };
}

test('five classes of equal width, the ends in the outer ones', () => {
  assert.deepEqual(
    [0, 50, 51, 101, 102, 152, 153, 203, 204, 254].map(byte => classOf(byte)),
    [0, 0, 1, 1, 2, 2, 3, 3, 4, 4],
  );
});

test('each district has the colour of its class, one without a value none', () => {
  const g = recorder();
  drawMap(g, PEN, PLAN, RECT, PATHS, sceneWith({ A: [0, 254], B: [] }));
  const fills = g.named('fill').map(one => [one.args[0], one.fillStyle]);
  assert.deepEqual(fills, [
    ['west', 'ramp-1'],
    ['east', 'ramp-5'],
  ]);
  const empty = recorder();
  drawMap(empty, PEN, PLAN, RECT, PATHS, sceneWith({ A: [255, 255] }));
  assert.deepEqual(
    empty.named('fill').map(one => one.fillStyle),
    ['empty', 'empty'],
  );
});

test('a covered map shows the choice, whatever the week', () => {
  const frame = frameOf(() => 0.5, { byte: (letter, week) => (week > 0 ? 254 : 0) });
  const g = recorder();
  drawMap(g, PEN, PLAN, RECT, PATHS, { ...sceneOf(stateOf(frame)), mapsCovered: true });
  assert.deepEqual(
    g.named('fill').map(one => one.fillStyle),
    ['ramp-1', 'ramp-1'],
  );
});

test('the district pointed at is outlined, in its own city only', () => {
  const lines = pointed => {
    const g = recorder();
    drawMap(g, PEN, PLAN, RECT, PATHS, sceneWith({ A: [0, 0] }, { pointed }));
    return g
      .named('stroke')
      .filter(one => one.strokeStyle === 'ink' && one.args[0])
      .map(one => one.args[0]);
  };
  assert.deepEqual(lines({ letter: 'A', district: 1 }), ['east']);
  assert.deepEqual(lines({ letter: 'B', district: 1 }), []);
});

test('a disc’s area is the number of people in the street', () => {
  const one = gatheringRadius(254, 0.01, 1); // all of 1 in 100 of the city
  assert.ok(Math.abs(one - 0.055) < 1e-12);
  assert.ok(Math.abs(gatheringRadius(254, 0.04, 1) - 2 * one) < 1e-12);
  assert.ok(Math.abs(gatheringRadius(254, 0.01, 0.25) - one / 2) < 1e-12);
  assert.equal(gatheringRadius(0, 0.1, 1), 0);
  assert.equal(gatheringRadius(255, 0.1, 1), 0); // no value
});

test('less than two points either way is no difference, more than ten is much', () => {
  const classes = [11, 10.5, 10, 2.5, 2, 0, -2, -2.5, -9.5, -10, -40].map(differenceClass);
  assert.deepEqual(classes, [0, 0, 1, 1, 2, 2, 3, 3, 3, 4, 4]);
});

test('a difference is in the outcome’s own points, and of two values only', () => {
  const scene = sceneWith({ A: [254, 100], B: [0, 255] });
  assert.deepEqual(differenceClasses(scene), [0, null]);
  assert.deepEqual(differenceClasses({ ...scene, frame: { ...scene.frame, letters: ['A', 'N'] } }), [
    null,
    null,
  ]);
  const fine = { ...scene, mapOutcome: { ...TRUST, axis: [0, 0.1] } }; // 254 bytes are ten points
  assert.deepEqual(differenceClasses(fine), [1, null]);
});

test('the higher city is named by its letter, larger where it is much higher', () => {
  const g = recorder();
  drawDifference(g, PEN, PLAN, RECT, PATHS, AT, sceneWith({ A: [254, 0], B: [0, 10] }));
  const letters = g.named('fillText').filter(one => /^[AB]$/.test(one.args[0]) && one.args[2] === 100); // at the middle of the districts
  assert.deepEqual(
    letters.map(one => [one.args[0], one.args[1]]),
    [
      ['A', 50],
      ['B', 150],
    ],
  );
  const [much, little] = letters.map(one => parseFloat(one.font.split(' ')[1]));
  assert.ok(Math.abs(much / little - 1.35) < 1e-9);
});

test('the legend of the difference gives its limits without a sign', () => {
  const g = recorder();
  drawDifference(g, PEN, PLAN, RECT, PATHS, AT, sceneWith({ A: [9, 9], B: [9, 9] }));
  assert.deepEqual(
    g.texts().filter(text => /^\d+$/.test(text)),
    ['10', '2', '2', '10'],
  );
});

test('one legend has the ramp and its ends, the other the marks; a phone has both', () => {
  const texts = (kind, first) => {
    const g = recorder();
    drawMapLegend(g, PEN, { ...PLAN, kind }, AT, sceneWith({}, { mapOutcome: OUTCOME }), first);
    return g.texts();
  };
  assert.deepEqual(texts('laptop', true), ['0 → 100']);
  assert.deepEqual(texts('laptop', false), ['outage', '1 in 100 gathered']);
  assert.deepEqual(texts('phone', true), ['0 → 100', 'outage', '1 in 100 gathered']);
  assert.equal(texts('stage', true)[0], 'Well-being'); // elsewhere the name is a menu
});

function plateOf(label, more = {}) {
  const g = recorder();
  drawPlate(g, PEN, { ...PLAN, ...more }, RECT, { note: '', altered: '', ...label }, false);
  return g.named('fillText').map(one => one.args[0]);
}

test('a plate has the name and the longest note that has room', () => {
  const label = { name: 'City A', note: 'Autonomy first, 3 changes', altered: '3 changes' };
  assert.deepEqual(plateOf(label), ['City A', '3 changes']); // that it was changed comes first
  assert.deepEqual(plateOf({ ...label, note: 'Order' }), ['City A', 'Order']);
  assert.deepEqual(plateOf({ ...label, altered: 'changed in a great many ways' }), ['City A']);
});

test('a long name is written smaller, and cut only when that is not enough', () => {
  assert.deepEqual(plateOf({ name: 'A · The Agora of us all' }), ['A · The Agora of us all']);
  const [cut] = plateOf({ name: 'A · '.padEnd(60, 'x') });
  assert.ok(cut.endsWith('…'));
});

test('names that would be written over one another are moved apart, others stay', () => {
  const names = [
    { text: 'centre', x: 100, y: 100, half: 20 },
    { text: 'Croydon', x: 110, y: 104, half: 30 },
    { text: 'Havering', x: 180, y: 102, half: 10 },
  ];
  const [centre, croydon, havering] = setApart(
    names.map(one => ({ ...one })),
    10,
  );
  assert.ok(croydon.y - centre.y >= 12.4);
  assert.equal(havering.y, 102);
});

test('the ramp spans what is in use, in round numbers, the same in all cities and weeks', () => {
  const bytes = { A: [130, 150], B: [140, 180] };
  const frame = frameOf(() => 0.5, {
    byte: (letter, week, d) => (week > 0 ? (bytes[letter]?.[d] ?? 255) : 120),
  });
  const ramp = rampOf(frame, ['A', 'B'], false);
  assert.deepEqual(
    endsOf(ramp, OUTCOME).map(value => Math.round(value * 100)),
    [45, 75],
  );
  assert.deepEqual([classOf(114.3, ramp), classOf(190.5, ramp)], [0, 4]);
  const covered = rampOf(frame, ['A', 'B'], true);
  assert.deepEqual(
    endsOf(covered, OUTCOME).map(value => Math.round(value * 100)),
    [45, 55],
  );
});

test('borders are as wide as ever where districts are large, and leave most of a small one to its colour', () => {
  assert.equal(borderWidth(300, 33), 1);
  assert.equal(borderWidth(600, 20), 2);
  assert.ok(borderWidth(250, 10_000) <= 0.12 * 2.5);
});

test('a note for which only a few letters of room are wanting is written smaller, not left out', () => {
  const label = { name: 'City A', note: 'Autonomy' };
  const most = 'x'.repeat(label.note.length);
  const kept = [...Array(14).keys()].filter(
    n => plateOf({ name: 'City A', note: most + 'x'.repeat(n) }).length === 2,
  );
  const sizes = kept.map(n => {
    const g = recorder();
    drawPlate(g, PEN, PLAN, RECT, { name: 'City A', note: most + 'x'.repeat(n), altered: '' }, false);
    return parseFloat(g.named('fillText')[0].font.split(' ')[1]);
  });
  assert.ok(sizes.some(size => size < sizes[0]) && Math.min(...sizes) >= 0.89 * sizes[0]);
});
