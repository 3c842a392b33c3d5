import { expect, test } from '@playwright/test';

const formats = {
  csv: '',
  docx: '',
  epub: '',
  html: '与 en 对比',
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
    for (const language of ['en', 'zh', 'zh-TW']) {
      const answer = await request.get(`/api/works/telegram-to-liu/export?format=${format}`, {
        headers: { 'accept-language': language },
      });
      expect(answer.status(), language).toBe(200);
      if (says && language === 'zh') expect(await answer.text()).toContain(says);
    }
  });
}
