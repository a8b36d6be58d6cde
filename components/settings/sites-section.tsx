import { useState } from 'preact/hooks';
import { message } from '../../lib/platform/i18n';
import { sitePatternIn } from '../../lib/settings/site';
import { SITE, SITE_READINGS, type SiteReading } from '../../lib/settings/table';
import { isLocked, isOwn, membersOf, type SettingValues, settingIn } from '../../lib/settings/values';
import { READING_MESSAGES } from '../words/settings';
import { Section } from './section';

interface SitesProps {
  readonly values: SettingValues;
  readonly onReading: (site: string, reading: SiteReading) => void;
  readonly onAdd: (site: string, reading: SiteReading) => void;
  readonly onRemove: (site: string) => void;
}

function Readings({ chosen }: { chosen: SiteReading }) {
  return SITE_READINGS.map((reading) => (
    <option key={reading} value={reading} selected={reading === chosen}>
      {message(READING_MESSAGES[reading])}
    </option>
  ));
}

const readingOfValue = (value: string): SiteReading =>
  SITE_READINGS.find((one) => one === value) ?? SITE.usual;

function SiteRow({
  site,
  values,
  onReading,
  onRemove,
}: Omit<SitesProps, 'onAdd'> & { readonly site: string }) {
  const isHeld = isLocked(values, SITE, site);
  const chosen = settingIn(values, SITE, site);
  return (
    <li>
      <bdi class="name">{site}</bdi>
      {isHeld ? <span class="locked">{message('settingsLocked')}</span> : null}
      <select
        aria-label={`${site}: ${message('settingsSiteReading')}`}
        value={chosen}
        disabled={isHeld}
        onChange={({ currentTarget }) => onReading(site, readingOfValue(currentTarget.value))}
      >
        <Readings chosen={chosen} />
      </select>
      {isOwn(values, SITE, site) && !isHeld ? (
        <button
          type="button"
          class="textual"
          aria-label={message('settingsSiteRemoveName', site)}
          onClick={() => onRemove(site)}
        >
          {message('settingsSiteRemove')}
        </button>
      ) : null}
    </li>
  );
}

function AddSite({ onAdd }: Pick<SitesProps, 'onAdd'>) {
  const [isRefused, setRefused] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // The handler is the form's own.
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const site = sitePatternIn(String(data.get('site') ?? ''));
    setRefused(site === null);
    if (site === null) return;
    onAdd(site, readingOfValue(String(data.get('reading'))));
    form.reset();
  };
  return (
    <form class="add-site" onSubmit={submit}>
      <label>
        {message('settingsSiteField')}
        <input
          name="site"
          required
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          aria-invalid={isRefused}
          aria-describedby={isRefused ? 'site-refused' : undefined}
        />
      </label>
      <label>
        {message('settingsSiteReading')}
        <select name="reading">
          <Readings chosen="never" />
        </select>
      </label>
      <button type="submit" class="button">
        {message('settingsSiteAdd')}
      </button>
      {isRefused ? (
        <p class="refused" id="site-refused" role="alert">
          {message('settingsSiteRefused')}
        </p>
      ) : null}
    </form>
  );
}

/** The sites that are treated differently from others, and a form for further ones. */
export function SitesSection(props: SitesProps) {
  const sites = membersOf(props.values, SITE).sort();
  return (
    <Section id="sites" title="settingsSites" hint="settingsSitesHint">
      {sites.length === 0 ? <p class="empty">{message('settingsSitesNone')}</p> : null}
      <ul class="rows">
        {sites.map((site) => (
          <SiteRow key={site} site={site} {...props} />
        ))}
      </ul>
      <AddSite onAdd={props.onAdd} />
    </Section>
  );
}
