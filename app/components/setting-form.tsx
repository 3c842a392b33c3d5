'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { BackField } from './back-field';
import { readSetting, type Setting, settingAttributes, settingNames, settings } from './setting';

/** The choices of the menu: applied and kept at once, or by its button where no script runs. */
export function SettingForm({ setting }: { setting: Setting }) {
  const t = useTranslations('setting');
  const [failed, setFailed] = useState(false);
  const saves = useRef(Promise.resolve());
  const change = (event: FormEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget);
    apply(readSetting(form));
    // One after the other, so that the last is what is kept.
    saves.current = saves.current.then(async () => setFailed(!(await isKept(form))));
  };
  return (
    <form method="post" action="/preferences" className="menu-body setting-form" onChange={change}>
      <BackField />
      <input type="hidden" name="setting" value="on" />
      {settingNames.map((name) => (
        <fieldset key={name}>
          <legend>{t(`${name}.title`)}</legend>
          {inOrder(name).map((value) => (
            <label key={value}>
              <input
                type="radio"
                name={name}
                value={value}
                defaultChecked={setting[name] === value}
              />
              {t(`${name}.${value}` as 'size.usual')}
            </label>
          ))}
        </fieldset>
      ))}
      {failed && (
        <p className="problem" role="alert">
          {t('failed')}
        </p>
      )}
      <noscript>
        <button type="submit" className="button">
          {t('apply')}
        </button>
      </noscript>
    </form>
  );
}

async function isKept(body: FormData): Promise<boolean> {
  const answer = await fetch('/preferences', { method: 'POST', body, redirect: 'manual' }).catch(
    () => null,
  );
  // A redirection that is not followed says nothing but that it is one.
  return answer?.type === 'opaqueredirect';
}

/** From the smallest to the largest. */
function inOrder(name: keyof typeof settings): readonly string[] {
  const [usual, less, ...more] = settings[name];
  return name === 'face' ? settings[name] : [less, usual, ...more];
}

function apply(setting: Setting): void {
  const page = document.documentElement;
  for (const name of settingNames) delete page.dataset[name];
  for (const [name, value] of Object.entries(settingAttributes(setting))) {
    page.setAttribute(name, value);
  }
}
