import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitText, haloText, setFont, wrapWords } from '../../sim/dashboard/web/lettering.js';
import { PEN, recorder } from './canvas.js';

function pen(size) {
  const g = recorder();
  setFont(g, PEN, size);
  return g;
}

test('words are broken into lines that fit', () => {
  const g = pen(10); // a letter is 5 wide
  assert.deepEqual(wrapWords(g, 'trust in the city', 55), ['trust in', 'the city']);
  assert.deepEqual(wrapWords(g, 'trust in the city', 1000), ['trust in the city']);
});

test('a word wider than the line stands alone, whole', () => {
  assert.deepEqual(wrapWords(pen(10), 'a commercialisation b', 30), ['a', 'commercialisation', 'b']);
  assert.deepEqual(wrapWords(pen(10), 'commercialisation', 30), ['commercialisation']);
});

test('no words are one empty line', () => {
  assert.deepEqual(wrapWords(pen(10), '', 30), ['']);
});

test('a text that fits is whole, a longer one ends in an ellipsis and fits', () => {
  const g = pen(10);
  assert.equal(fitText(g, 'Agora', 25), 'Agora');
  const cut = fitText(g, 'The Agora of all', 40);
  assert.equal(cut, 'The Ago…');
  assert.ok(g.measureText(cut).width <= 40);
});

test('where nothing fits one letter is left', () => {
  assert.equal(fitText(pen(10), 'Agora', 1), 'A…');
});

test('a halo is drawn before the words, in the colour of the ground', () => {
  const g = pen(10);
  haloText(g, PEN, 'A 66', 3, 4, 'colour-a');
  assert.deepEqual(
    g.drawn.map(one => [one.name, one.strokeStyle, one.fillStyle]),
    [
      ['strokeText', 'ground', undefined],
      ['fillText', 'ground', 'colour-a'],
    ],
  );
});
