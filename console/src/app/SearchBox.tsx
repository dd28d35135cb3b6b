import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useRanged } from '../api/hooks';
import { useHref } from '../time/link';
import { useFormat } from '../format/useFormat';
import { SearchIcon } from '../ui/icons';
import { usePopup } from '../ui/usePopup';
import { placesOf } from './places';

/** The one box (Ctrl-K): names, trace ids, error texts; answers are links. */
export function SearchBox() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const href = useHref();
  const { open, setOpen, root } = usePopup();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const asked = useSettled(text.trim());
  const hits = useRanged('search', { q: asked }, { enabled: asked !== '' && open, every: false });

  useEffect(() => {
    const key = (e: KeyboardEvent) => {
      if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'k') {
        e.preventDefault();
        input.current?.focus();
        input.current?.select();
      }
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, []);

  const query = text.trim();
  const places =
    query === '' ? [] : placesOf(asked === query ? (hits.data?.hits ?? []) : [], query, t);
  const settled = asked === query && !hits.isFetching;
  const [hurry, setHurry] = useState(false);
  const go = (index: number) => {
    const place = places[index];
    if (!place) return;
    setHurry(false);
    setOpen(false);
    setText('');
    input.current?.blur();
    void navigate(href(place.path, place.params));
  };
  // Enter before the answer has come means the answer, not what stood there before it.
  useEffect(() => {
    if (hurry && settled) go(0);
  });
  const shown = open && query !== '';
  return (
    <div className="cop-search cop-pop" ref={root}>
      <SearchIcon />
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={shown}
        aria-controls={`${id}list`}
        aria-activedescendant={shown && places[at] ? `${id}${at}` : undefined}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        value={text}
        onFocus={() => setOpen(true)}
        onChange={(e) => {
          setText(e.target.value);
          setHurry(false);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={(e) => {
          if (e.key === 'ArrowDown') setAt(Math.min(at + 1, places.length - 1));
          else if (e.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          else if (e.key === 'Enter') {
            if (settled) go(at);
            else setHurry(query !== '');
          } else return;
          e.preventDefault();
        }}
      />
      <kbd aria-hidden="true">Ctrl K</kbd>
      {shown && (
        <div className="cop-pop__panel cop-search__panel">
          <ul id={`${id}list`} role="listbox" aria-label={t('search.label')}>
            {places.map((p, i) => (
              <li
                key={i}
                id={`${id}${i}`}
                role="option"
                aria-selected={i === at}
                onPointerMove={() => setAt(i)}
                onClick={() => go(i)}
              >
                <span className="cop-search__kind">{t(`search.${p.kind}`)}</span>
                <span className="cop-search__text">{p.label}</span>
                {p.service && <span className="cop-dim">{p.service}</span>}
                {p.count !== null && <span className="cop-dim">{format.shortCount(p.count)}</span>}
              </li>
            ))}
          </ul>
          <p className="cop-dim">{t('search.hint')}</p>
        </div>
      )}
    </div>
  );
}

/** The text once typing has paused. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), 150);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
