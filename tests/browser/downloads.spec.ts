import { expect, test } from '@playwright/test';

const formats = {
  csv: '',
  docx: '',
  epub: '',
  html: '此本独有',
  intertext: '',
  json: '',
  latex: '',
  markdown: '',
  odt: '',
  pdf: '',
  tei: '',
  tmx: '',
  xliff: '',
  xlsx: '',
};

for (const [format, says] of Object.entries(formats)) {
  test(`a work is downloaded as ${format}, in each language of the interface`, async ({
    request,
  }) => {
    // XLIFF is of two editions; beside a third something is marked, which the key explains.
    const editions = format === 'xliff' ? 'en,zh' : 'en,en-plain,zh';
    for (const language of ['en', 'zh', 'zh-TW']) {
      const answer = await request.get(
        `/api/works/telegram-to-liu/export?format=${format}&editions=${editions}`,
        {
          headers: { 'accept-language': language },
        },
      );
      expect(answer.status(), language).toBe(200);
      if (says && language === 'zh') expect(await answer.text()).toContain(says);
    }
  });
}

test('a refusal of the API is in the language that is asked for, its title too', async ({
  request,
}) => {
  const answer = await request.get('/api/works/nothing', { headers: { 'accept-language': 'zh' } });
  expect(answer.status()).toBe(404);
  expect(await answer.json()).toMatchObject({ title: '未找到', code: 'not-found' });
});
