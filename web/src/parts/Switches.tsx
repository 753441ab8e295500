import { LANGUAGES, THEMES, useLanguage, useTheme } from '../preference';
import { useText } from '../text';

const NAMES = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

/** Language, and light or dark. */
export function Switches() {
  const [language, setLanguage] = useLanguage();
  const [theme, setTheme] = useTheme();
  const { t } = useText();
  return (
    <div className="switches">
      <fieldset className="languages">
        <legend className="unseen">{t.frame.language}</legend>
        {LANGUAGES.map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            aria-label={NAMES[each]}
            aria-pressed={each === language}
            onClick={() => setLanguage(each)}
          >
            {each}
          </button>
        ))}
      </fieldset>
      <label>
        <span className="unseen">{t.frame.theme}</span>
        <select value={theme} onChange={(event) => setTheme(THEMES[event.target.selectedIndex] ?? 'system')}>
          {THEMES.map((each) => (
            <option key={each} value={each}>
              {t.frame.themes[each]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
