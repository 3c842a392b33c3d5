import { readMarkdownEdition } from '../edition/read';
import { planEditions } from '../works/plan-import';
import type { EditionsToSave } from '../works/save';

const texts = {
  zh: `---
language: zh-Hans
title: 渡口
kind: original
licence: CC0-1.0
---

清晨，渡船还没有来。河面上有雾，对岸看不见。

（一）老人说：“等雾散了，船就来了。”孩子问：“雾什么时候散？”

（二）老人没有回答。他把灯放在石头上，坐下来等。
`,
  A: `---
language: en
title: The Ferry
kind: translation
basedOn: zh
licence: CC0-1.0
---

Early in the morning the ferry had not come yet. There was fog on the river, and the other bank could not be seen.

(1) “When the fog lifts, the boat will come,” said the old man. “When will it lift?” asked the child.

(2) The old man did not answer. He put the lamp on a stone and sat down to wait.
`,
  B: `---
language: en
title: At the Crossing
kind: translation
basedOn: zh
licence: CC0-1.0
---

At dawn the ferry had still not come. Mist lay on the river, and the far shore was hidden.

(1) The old man said, “Once the mist is gone, the boat will be here.” The child asked, “And when will it go?”

(2) The old man gave no answer. He set his lamp on a stone, sat down, and waited.
`,
};

/** A short work of our own in three editions, so that there is something to read at once. */
export function sample(): EditionsToSave {
  return {
    work: 'the-ferry',
    workTitle: 'The Ferry',
    name: 'the sample',
    plan: planEditions(
      Object.entries(texts).map(([siglum, source]) => {
        const { segments, warnings, ...metadata } = readMarkdownEdition(source);
        return { siglum, metadata, segments, warnings };
      }),
      'the sample',
    ),
  };
}
