// What stands between a widget and its component: puts together what the server sends in parts. A widget has a whole
// view and all that has changed since; the component is given the view as it is now, of which only those parts
// are new that have changed.
export function held(component) {
  let whole, parts, now;
  return {
    functional: true,
    render(create, { data }) {
      const { view, changed, ...others } = data.attrs;
      if (view !== whole || changed !== parts) {
        now = changed.reduce((made, [path, value]) => placed(made, path, value), view);
        [whole, parts] = [view, changed];
      }
      return create(component, { ...data, attrs: { ...others, view: now } });
    },
  };
}

// A copy of ``whole`` with ``value`` at ``path``; what lies beside the path is shared.
export function placed(whole, path, value) {
  if (!path.length) return value;
  const [first, ...rest] = path;
  const copy = Array.isArray(whole) ? whole.slice() : { ...whole };
  copy[first] = placed(whole[first], rest, value);
  return copy;
}
