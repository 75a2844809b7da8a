import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawAnchors } from '../../sim/dashboard/web/anchors.js';
import { drawFocus, drawYear } from '../../sim/dashboard/web/chart.js';
import { drawEndLabels, spread } from '../../sim/dashboard/web/labels.js';
import { drawLanes, peakOf } from '../../sim/dashboard/web/lanes.js';
import { layOut } from '../../sim/dashboard/web/layout.js';
import { sceneOf } from '../../sim/dashboard/web/painter.js';
import { PEN, recorder } from './canvas.js';
import { OUTCOME, frameOf, stateOf, viewWith } from './made.js';

const PLAN = layOut('laptop', 1023, 539, ['A', 'B'], ['trust'], 2);
const steady = frameOf(letter => ({ A: 0.7, B: 0.3, N: 0.5 })[letter]);

function drawn(view = {}, more = {}, frame = steady, plan = PLAN) {
  const g = recorder();
  drawFocus(g, PEN, plan, sceneOf(stateOf(frame, viewWith(view), more)));
  return g;
}

const colours = (g, name = 'stroke') => g.named(name).map(one => one.strokeStyle);

test('the past is one line, then each city has one in its own colour', () => {
  const strokes = colours(drawn());
  assert.equal(strokes.filter(one => one === 'past').length, 1);
  for (const colour of ['colour-a', 'colour-b', 'colour-n']) assert.ok(strokes.includes(colour), colour);
});

test('the solid line is drawn before the dashed one, so that its gaps let it be seen', () => {
  const strokes = colours(drawn());
  assert.ok(strokes.indexOf('colour-a') < strokes.indexOf('colour-b'));
  assert.deepEqual(colours(drawn({ swapped: true })), strokes, 'whichever side the cities are on');
});

test('behind the curtain there is a question mark, above where the room answers, and no city', () => {
  const g = drawn({ curtain: true });
  const mark = g.named('fillText').find(one => one.args[0] === '?');
  assert.ok(mark.args[2] + PLAN.unit * 1.5 < PLAN.plot.y + PLAN.plot.h / 2);
  assert.ok(!colours(g).some(one => one.startsWith('colour-')));
});

test('what is still to come is drawn faintly, in a debate not at all', () => {
  const faint = g => g.named('stroke').filter(one => one.strokeStyle === 'colour-a' && one.globalAlpha < 0.5);
  assert.equal(faint(drawn({}, { now: 52 })).length, 1);
  assert.equal(faint(drawn({ ahead: false }, { now: 52 })).length, 0);
  assert.equal(faint(drawn({ playing: true }, { now: 52 })).length, 0);
});

test('a draft is thinner and fainter than a full run', () => {
  const line = frame =>
    drawn({}, {}, frame)
      .named('stroke')
      .findLast(one => one.strokeStyle === 'colour-b');
  const draft = frameOf(() => 0.5, { draft: true });
  assert.ok(line(draft).lineWidth < line(steady).lineWidth);
  assert.ok(line(draft).globalAlpha < line(steady).globalAlpha);
});

test('the picture before the last change lies under the new one', () => {
  const strokes = colours(drawn({}, { ghost: steady }));
  assert.equal(strokes.length, colours(drawn()).length + 2);
});

test('an outcome that is still on its way leaves an empty chart, and no error', () => {
  const g = drawn({ focus: 'calm', outcomes: { calm: { ...OUTCOME, id: 'calm' }, trust: OUTCOME } });
  assert.equal(g.named('lineTo').filter(one => one.strokeStyle?.startsWith('colour-')).length, 0);
  assert.deepEqual(
    g.texts().filter(text => /^[AB] /.test(text)),
    [],
  );
});

test('values that are not numbers leave an empty chart, and no error', () => {
  assert.ok(
    !drawn(
      {},
      {},
      frameOf(() => NaN),
    )
      .texts()
      .some(text => /^[AB] /.test(text)),
  );
});

test('a frame of one city is drawn as one', () => {
  const alone = frameOf(() => 0.5, { letters: ['A', 'N'] });
  const strokes = colours(drawn({ letters: ['A'] }, {}, alone));
  assert.ok(strokes.includes('colour-a') && !strokes.includes('colour-b'));
});

test('the chart has its title on a stage and in a picture taken away; else it is a menu', () => {
  const stage = layOut('stage', 1920, 984, ['A', 'B'], [], 2);
  assert.ok(drawn({}, {}, steady, stage).texts().includes('Well-being'));
  assert.ok(drawn({}, { titled: true }).texts().includes('of 100 · one run'));
  assert.ok(!drawn().texts().includes('Well-being'));
});

test('the year is the one that the week lies in', () => {
  const stage = layOut('stage', 1920, 984, ['A', 'B'], [], 2);
  const year = now => {
    const g = recorder();
    drawYear(g, PEN, stage, sceneOf(stateOf(steady, viewWith(), { now })));
    return g.texts()[0];
  };
  assert.deepEqual([-5, 0, 1, 52, 53, 104].map(year), [
    'At the choice',
    'At the choice',
    'Year 1',
    'Year 1',
    'Year 2',
    'Year 2',
  ]);
});

test('the projected chart says which city it is, and that squares are no map', () => {
  const stage = layOut('stage', 1920, 984, ['A', 'B'], [], 2);
  const told = credit => {
    const g = recorder();
    drawYear(g, PEN, stage, sceneOf(stateOf(steady, viewWith({ credit }))));
    return g.texts()[1];
  };
  assert.equal(told({ title: 'London', caution: '', data: 'Office' }), 'London');
  assert.equal(
    told({ title: 'Mine', caution: 'Squares, not the real map', data: '' }),
    'Mine · Squares, not the real map',
  );
});

test('labels that are close are pushed apart, in their order, and stay inside', () => {
  const labels = [10, 11, 12, 100].map(y => ({ y, tall: 1 }));
  const sorted = spread(labels, 14, 0, 108);
  assert.deepEqual(sorted, labels);
  for (let i = 1; i < 3; i++) assert.ok(labels[i].y - labels[i - 1].y > 13, JSON.stringify(labels));
  assert.ok(labels.every(label => label.y >= 0 && label.y <= 108));
  assert.equal(labels[3].y, 100);
});

test('labels at one height part, one alone and none stay as they are', () => {
  const same = [
    { y: 50, tall: 1 },
    { y: 50, tall: 1.5 },
  ];
  spread(same, 10, 0, 100);
  assert.ok(same[1].y - same[0].y >= 12.5 - 1e-9);
  assert.deepEqual(spread([{ y: 7, tall: 1 }], 10, 0, 100), [{ y: 7, tall: 1 }]);
  assert.deepEqual(spread([], 10, 0, 100), []);
});

function labelsOf(frame, more = {}) {
  const g = recorder();
  const scene = sceneOf(stateOf(frame, viewWith(), more));
  drawEndLabels(
    g,
    PEN,
    PLAN,
    scene,
    week => week,
    value => PLAN.plot.y + PLAN.plot.h * (1 - value),
  );
  return g;
}

test('each line ends in its letter and value, the unchanged city in words', () => {
  assert.deepEqual(labelsOf(steady).texts(), ['A 70', 'B 30', 'no', 'change']);
});

test('a label that was pushed away is led back to its line', () => {
  assert.equal(
    labelsOf(steady)
      .named('lineTo')
      .filter(one => one.strokeStyle === 'colour-a').length,
    0,
  );
  const close = frameOf(letter => ({ A: 0.5, B: 0.505, N: 0.51 })[letter]);
  assert.ok(
    labelsOf(close)
      .named('stroke')
      .filter(one => one.lineWidth === 1.2).length >= 2,
  );
});

test('at the choice nothing is labelled, and a missing value never', () => {
  assert.deepEqual(labelsOf(steady, { now: 0 }).texts(), []);
  assert.deepEqual(labelsOf(frameOf(letter => (letter === 'B' ? NaN : 0.5))).texts(), [
    'A 50',
    'no',
    'change',
  ]);
});

test('all lanes share one scale, that of the largest gathering', () => {
  assert.equal(peakOf([{ series: [0.02, 0.5] }, { series: [NaN, 0.1] }]), 0.5);
  assert.equal(peakOf([{ series: [0.0001] }, { series: null }]), 0.01); // small ones stay small
  assert.equal(peakOf([]), 0.01);
});

const active = more =>
  frameOf((letter, outcome) => (outcome === 'active' ? 0.5 : 0), {
    outcomes: ['wellbeing', 'active'],
    ...more,
  });

function lanesOf(frame, more = {}, view = {}) {
  const g = recorder();
  drawLanes(g, PEN, PLAN, sceneOf(stateOf(frame, viewWith(view), more)));
  return g;
}

test('a lane is filled up to the week shown, a covered one to the choice', () => {
  const ends = g => g.named('lineTo').filter(one => one.args[1] % 1 !== 0.5).length;
  assert.ok(ends(lanesOf(active(), { now: 20 })) < ends(lanesOf(active(), { now: 100 })));
  const covered = lanesOf(active(), { now: 100 }, { lanes_covered: true });
  assert.equal(ends(covered), ends(lanesOf(active(), { now: 0 })));
});

test('what happened is marked once it has, in its own city, in words where there is room', () => {
  const event_records = [
    { week: 10, city: 'A', kind: 'breach' },
    { week: 12, city: 'A', kind: 'outage' },
    { week: 50, city: 'B', kind: 'breach' },
    { week: 90, city: 'A', kind: 'breach' },
  ];
  const words = (now, frame = active({ event_records })) => lanesOf(frame, { now }).texts();
  assert.deepEqual(words(60), ['outage', 'leak'], 'the leak of week 10 has no room before the outage');
  assert.deepEqual(words(5), []);
  assert.deepEqual(words(60, active()), []);
});

test('a kind of event without a word is marked all the same', () => {
  const g = lanesOf(active({ event_records: [{ week: 10, city: 'A', kind: 'festival' }] }), { now: 60 });
  assert.equal(g.named('fillRect').length, 1);
  assert.deepEqual(g.texts(), []);
});

test('words for the year that are too long are written smaller, not cut', () => {
  const plan = layOut('reveal', 1280, 656, ['A', 'B'], [], 2);
  const g = recorder();
  const words = { ...sceneOf(stateOf(steady)).words, at_choice: 'At the very moment of choice' };
  drawYear(g, PEN, plan, { ...sceneOf(stateOf(steady, viewWith(), { now: 0 })), words });
  const [told] = g.named('fillText');
  assert.ok(parseFloat(told.font.split(' ')[1]) < 60 * plan.scale);
});

test('the values of two years ago and of today are never written over one another, nor over the line', () => {
  const plan = layOut('reveal', 1280, 656, ['A', 'B'], [], 2);
  for (const falls of [0, 0.02, -0.02, 0.2]) {
    const g = recorder();
    const scene = sceneOf(stateOf(steady));
    const past = Float32Array.from({ length: 52 }, (_, week) => 0.5 + falls - (falls * week) / 51);
    const frame = { ...scene.frame, first: -51 };
    const y = value => 400 * (1 - value);
    drawAnchors(g, PEN, plan, { ...scene, frame }, past, week => 300 + week * 2, y);
    const [today, then] = g.named('fillText');
    const heights = Array.from(past, y);
    assert.deepEqual([today.textBaseline, then.textBaseline], ['bottom', 'top']);
    assert.ok(today.args[2] < heights.at(-1) && then.args[2] > heights[0], `${falls}`);
  }
  const g = recorder();
  drawAnchors(
    g,
    PEN,
    plan,
    sceneOf(stateOf(steady)),
    new Float32Array(52).fill(0.5),
    week => 900 + week * 12,
    () => 200,
  );
  const [today, then] = g.named('fillText');
  assert.ok(then.textBaseline === 'bottom' && then.args[1] < today.args[1]); // side by side where there is room
});
