import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  classOfHardship,
  districtAt,
  drawCheckedMap,
  foundRows,
} from '../../sim/dashboard/web/own/picture.js';
import { PART, base64, refusalOf, sendFile } from '../../sim/dashboard/web/own/sending.js';
import { PEN, recorder } from './canvas.js';

const WORDS = {
  wrong_kind: '{name}: no kind, but {endings}',
  too_large: '{name} > {most} MB',
  empty: '{name} is empty',
};
const SLOT = { name: 'districts', most: { '.geojson': 50e6, '.csv': 12e6 } };

test('a file of another kind, an empty one and one too large for its kind are refused before they are read', () => {
  const refused = (name, size) => refusalOf({ name, size }, SLOT, WORDS);
  assert.equal(refused('a.csv', 12e6), '');
  assert.equal(refused('A.GeoJSON', 49e6), '');
  assert.equal(refused('a.csv', 12e6 + 1), 'a.csv > 12 MB');
  assert.equal(refused('a.csv', 0), 'a.csv is empty');
  assert.equal(refused('a.pdf', 10), 'a.pdf: no kind, but .geojson, .csv');
});

test('a file arrives whole, in parts that a socket takes', async () => {
  const bytes = Uint8Array.from({ length: PART * 2 + 7 }, (_, i) => i % 251);
  const said = [];
  const shares = [];
  const file = new File([bytes], 'x.csv');
  await sendFile(
    file,
    'districts',
    data => said.push(data),
    share => shares.push(share),
    () => true,
  );
  assert.deepEqual(said[0], { do: 'own_begin', slot: 'districts', name: 'x.csv', size: bytes.length });
  const parts = said.slice(1).map(one => Buffer.from(one.part, 'base64'));
  assert.deepEqual(Buffer.concat(parts), Buffer.from(bytes));
  assert.ok(said.every(one => JSON.stringify(one).length < 250_000));
  assert.equal(shares.at(-1), 1);
});

test('a file that another one replaces is not sent to its end', async () => {
  const said = [];
  let left = 1;
  const file = new File([new Uint8Array(PART * 4)], 'x.csv');
  await sendFile(
    file,
    'districts',
    data => said.push(data.do),
    () => (left -= 1),
    () => left > 0,
  );
  assert.deepEqual(said, ['own_begin', 'own_part']);
});

test('bytes become the text that every decoder knows', () => {
  assert.equal(base64(Uint8Array.of(0, 255, 16, 7)), Buffer.from([0, 255, 16, 7]).toString('base64'));
});

test('five classes of equal width; nothing known has none', () => {
  assert.deepEqual([0, 19.9, 20, 59, 80, 100, null].map(classOfHardship), [0, 0, 1, 2, 4, 4, -1]);
});

test('the map shows each district in its class, the one pointed at outlined', () => {
  const geometry = { lines: [], landmarks: [], names: ['a', 'b', 'c'], centroids: [], centre: null };
  const g = recorder();
  drawCheckedMap(g, PEN, 300, geometry, [10, null, 90], 2, ['a', 'b', 'c']);
  const fills = g.named('fill').map(one => [one.args[0], one.fillStyle]);
  assert.deepEqual(fills, [
    ['a', 'ramp-1'],
    ['b', 'empty'],
    ['c', 'ramp-5'],
  ]);
  assert.equal(g.named('stroke').at(-1).args[0], 'c');
});

test('a place is in the district drawn last there, or in none', () => {
  const g = { isPointInPath: (path, x, y) => path.includes(`${x},${y}`) };
  assert.equal(districtAt(g, [['1,1'], ['1,1', '2,2'], ['3,3']], 1, 1), 1);
  assert.equal(districtAt(g, [['1,1']], 9, 9), -1);
});

test('rows are found by any part of their name, those left out first, and counted beyond the most', () => {
  const names = ['Old Town', 'Harbour', 'New Town', 'Total town'];
  const out = ['', '', '', 'a total'];
  assert.deepEqual(foundRows(names, out, 'town', 2), { rows: [3, 0], more: 1 });
  assert.deepEqual(foundRows(names, out, '', 10), { rows: [3, 0, 1, 2], more: 0 });
});
