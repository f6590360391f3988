/**
 * Domains where anybody can have a mailbox, so that two addresses there are two strangers. The big
 * public providers of Europe, North America and Asia, and access providers whose customers get
 * an address; put together by hand, state: November 2026. Written as `name: endings`.
 *
 * A provider that is missing here is treated like a company: its customers count as one organisation.
 */
const PROVIDERS = 'gmx: at ch co.uk com de es eu fr info net org us|web: de|email: de|t-online: de hu|magenta: de|freenet: de|arcor: de|vodafonemail: de|kabelmail: de|unitybox: de|alice-dsl: de net|o2online: de|o2mail: de|netcologne: de|ewe: net|ewetel: net|versanet: de|osnanet: de|htp-tel: de|online: de no|'
  + 'posteo: at ch de eu net org|mailbox: org|mail: com de dk ee ru|'
  + 'gmail: com|googlemail: com|'
  + 'outlook: at be cl com com.ar com.br com.tr cz de dk es fr hu ie it jp kr pt sa sk|'
  + 'hotmail: be ca ch co.jp co.th co.uk com com.ar com.br com.tr de dk es fi fr gr it nl no se|'
  + 'live: at be ca ch cn co.uk com com.au com.mx com.pt de dk fi fr ie it jp nl no se|msn: com|windowslive: com|'
  + 'yahoo: at be ca co.id co.in co.jp co.uk com com.ar com.au com.br com.hk com.mx com.sg com.tr com.tw com.vn cz de dk es fi fr gr ie in it nl no pl pt ro se|'
  + 'ymail: com|rocketmail: com|aol: co.uk com de fr it|aim: com|icloud: com|me: com|mac: com|'
  + 'proton: me|protonmail: ch com|pm: me|tuta: com io|tutanota: com de|tutamail: com|keemail: me|fastmail: com fm|hushmail: com|zoho: com eu|zohomail: com eu|hey: com|'
  + 'bluewin: ch|hispeed: ch|sunrise: ch|a1: net|aon: at|chello: at nl pl|inode: at|utanet: at|tele2: at|liwest: at|kabsi: at|quickline: ch|swissonline: ch|bluemail: ch|vtxmail: ch|'
  + 'orange: fr|wanadoo: fr|free: fr|sfr: fr|neuf: fr|laposte: net|bbox: fr|libero: it|alice: it|tin: it|tim: it|virgilio: it|tiscali: it|fastwebnet: it|inwind: it|iol: it pt|'
  + 'telefonica: net|terra: com.br es|sapo: pt|uol: com.br|bol: com.br|telenet: be|skynet: be|proximus: be|'
  + 'ziggo: nl|kpnmail: nl|planet: nl|hetnet: nl|home: nl|xs4all: nl|btinternet: com|virginmedia: com|blueyonder: co.uk|ntlworld: com|sky: com|talktalk: net|eircom: net|'
  + 'telia: com|comhem: se|elisanet: fi|luukku: com|'
  + 'wp: pl|o2: pl|onet: eu pl|op: pl|poczta: fm onet.pl|interia: eu pl|gazeta: pl|seznam: cz|email: cz|post: cz sk|centrum: cz sk|volny: cz|azet: sk|zoznam: sk|freemail: hu|citromail: hu|'
  + 'abv: bg|inbox: lt lv ru|ukr: net|i: ua|meta: ua|yandex: by com kz ru ua|ya: ru|bk: ru|list: ru|internet: ru|rambler: ru|otenet: gr|'
  + 'qq: com|vip: 163.com qq.com|foxmail: com|163: com|126: com|yeah: net|sina: cn com|sohu: com|139: com|189: cn|aliyun: com|naver: com|hanmail: net|daum: net|docomo: ne.jp|ezweb: ne.jp|rediffmail: com|'
  + 'comcast: net|verizon: net|att: net|sbcglobal: net|bellsouth: net|cox: net|charter: net|shaw: ca|rogers: com|bigpond: com';

let domains: ReadonlySet<string> | undefined;

/** Every domain of the list, in ASCII lower case. */
export function mailProviderDomains(): ReadonlySet<string> {
  if (domains) return domains;
  const all = new Set<string>();
  for (const provider of PROVIDERS.split('|')) {
    const [name, ...endings] = provider.split(/:? /);
    for (const ending of endings) all.add(`${name}.${ending}`);
  }
  domains = all;
  return all;
}

/** Whether this very domain, not one above it, gives mailboxes to the public. */
export function isMailProvider(domain: string): boolean {
  return mailProviderDomains().has(domain);
}
