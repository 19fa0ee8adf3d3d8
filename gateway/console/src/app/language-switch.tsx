import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useLanguage, useTexts } from '../shared/dictionary';
import { chooseLanguage, type Language } from '../shared/language';
import { texts } from './texts';

export function LanguageSwitch(): ReactElement {
  const t = useTexts(texts);
  return (
    <Segmented<Language>
      aria-label={t.language}
      size="small"
      value={useLanguage()}
      onChange={chooseLanguage}
      options={[
        { label: '中文', value: 'zh' },
        { label: 'English', value: 'en' },
      ]}
    />
  );
}
