import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Player, seekBy, weekAfter, yearAfter } from '../../sim/dashboard/web/player.js';
import { withClock } from './clock.js';

// Plays in a browser whose pictures and timers come when the test asks for them.
function played(script) {
  const frames = [];
  const seen = { weeks: [], ended: 0 };
  globalThis.requestAnimationFrame = take => frames.push(take);
  globalThis.cancelAnimationFrame = number => {
    frames[number - 1] = null;
  };
  const player = new Player(
    week => seen.weeks.push(week),
    () => {
      seen.ended += 1;
    },
  );
  withClock(wait => {
    const picture = time => {
      wait(18);
      const take = frames.at(-1);
      frames.push(null);
      if (take) take(time);
    };
    script({ player, seen, picture, wait });
  });
}

test('a second is a year, from the week it starts at to the last', () => {
  played(({ player, seen, picture }) => {
    player.start(26, 104, 1, false);
    picture(1000);
    picture(1500);
    picture(2000);
    picture(9000);
    assert.deepEqual(seen, { weeks: [26, 52, 78, 104], ended: 1 });
    picture(9100);
    assert.equal(seen.weeks.length, 4, 'nothing is shown after the end');
  });
});

test('from the end it starts again at the choice', () => {
  played(({ player, seen, picture }) => {
    player.start(104, 104, 1, false);
    picture(0);
    assert.deepEqual(seen.weeks, [0]);
  });
});

test('a stopped player shows nothing more and has not ended', () => {
  played(({ player, seen, picture }) => {
    player.start(0, 104, 1, false);
    picture(0);
    player.stop();
    picture(500);
    assert.deepEqual(seen, { weeks: [0], ended: 0 });
    player.stop();
  });
});

test('started twice it plays once', () => {
  played(({ player, seen, picture }) => {
    player.start(0, 104, 1, false);
    player.start(52, 104, 1, false);
    picture(0);
    assert.deepEqual(seen.weeks, [52]);
  });
});

test('with less motion it goes from year to year, at its speed', () => {
  played(({ player, seen, wait }) => {
    player.start(30, 120, 2, true);
    wait(500);
    wait(500);
    wait(500);
    assert.deepEqual(seen, { weeks: [30, 52, 104, 120], ended: 1 });
    wait(5000);
    assert.equal(seen.ended, 1);
  });
});

test('weeks go by with time and speed, and end with the last', () => {
  assert.equal(weekAfter(10, 520, 1, 0), 10);
  assert.equal(weekAfter(10, 520, 0.5, 1000), 36);
  assert.equal(weekAfter(500, 520, 2, 60000), 520);
});

test('the next year begins after this week, never beyond the last', () => {
  assert.deepEqual(
    [0, 51.9, 52, 103].map(week => yearAfter(week, 104)),
    [52, 52, 104, 104],
  );
  assert.equal(yearAfter(0, 20), 20);
});

test('a step of weeks is reckoned by the server, but for years that play', () => {
  assert.deepEqual(seekBy(1, false, 100), { do: 'seek', by: 1 });
  assert.deepEqual(seekBy(-4, true, 100.4), { do: 'seek', week: 96 });
  assert.deepEqual(seekBy(-4, true, 2), { do: 'seek', week: 0 });
});
