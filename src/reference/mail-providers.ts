/**
 * Domains where anybody can have a mailbox, so that two addresses there are two strangers. The big
 * public providers of Europe, North America and Asia; state: November 2026, from the providers' own
 * sign-up pages. Domains of a provider in many countries are written as `name: endings`.
 *
 * A provider that is missing here is treated like a company: its customers count as one organisation.
 */
const PROVIDERS = 'gmx: at biz ch co.uk com de es eu fr info li net org us|web: de|email: de|t-online: de|magenta: de|freenet: de|arcor: de|vodafonemail: de|'
  + 'online: de|onlinehome: de|posteo: at be ch cl co de es eu fi fr ie in io is it jp lu me net nl no nu org pl pm pt se|mailbox: org|mail: de com ru ch ee|'
  + 'gmail: com de|googlemail: com de|outlook: at be cl com co.id co.il co.th com.ar com.au com.br com.gr com.pe com.tr com.vn cz de dk es fr hu ie in it jp kr lv my ph pt sa sg sk|'
  + 'hotmail: at be ca ch cl cl co.il co.jp co.nz co.th co.uk co.za com com.ar com.au com.br com.hk com.tr com.vn cz de dk es fi fr gr hu it jp kr lt lv my nl no ph rs se sg sk|'
  + 'live: at be ca ch cl cn co.kr co.uk co.za com com.ar com.au com.mx com.my com.pt com.sg de dk fi fr hk ie in it jp nl no ru se|msn: com|windowslive: com|passport: com|'
  + 'yahoo: at be ca cn co.id co.in co.jp co.kr co.nz co.th co.uk co.za com com.ar com.au com.br com.cn com.co com.hk com.mx com.my com.ph com.pe com.sg com.tr com.tw com.ua com.ve com.vn cz de dk es fi fr gr hu ie in it nl no pl pt ro se|'
  + 'ymail: com ne.jp|rocketmail: com|myyahoo: com|aol: at be ch co.uk com de es fr it jp nl se|aim: com|icloud: com|me: com|mac: com|'
  + 'proton: me|protonmail: ch com|pm: me|tuta: com io|tutanota: com de|tutamail: com|keemail: me|fastmail: com fm|hushmail: com|zoho: com eu|zohomail: com eu|hey: com|duck: com|'
  + 'bluewin: ch|hispeed: ch|sunrise: ch|a1: net|aon: at|chello: at nl hu pl sk|inode: at|utanet: at|kabsi: at|drei: at|liwest: at|'
  + 'orange: fr|wanadoo: fr|free: fr|aliceadsl: fr|sfr: fr|neuf: fr|laposte: net|bbox: fr|numericable: fr|libero: it|alice: it|tin: it|tim: it|virgilio: it|tiscali: it co.uk|fastwebnet: it|inwind: it|iol: it|'
  + 'telefonica: net|terra: es com.br|sapo: pt|iol: pt|clix: pt|uol: com.br|bol: com.br|ig: com.br|globo: com|telenet: be|skynet: be|proximus: be|scarlet: be|'
  + 'ziggo: nl|kpnmail: nl|planet: nl|hetnet: nl|home: nl|xs4all: nl|casema: nl|upcmail: nl|btinternet: com|virginmedia: com|ntlworld: com|sky: com|talktalk: net|blueyonder: co.uk|eircom: net|'
  + 'telia: com|bredband: net|spray: se|comhem: se|online: no|broadpark: no|frisurf: no|mail: dk|jubii: dk|stofanet: dk|elisanet: fi|kolumbus: fi|luukku: com|pp: inet.fi|'
  + 'wp: pl|o2: pl|onet: pl eu|op: pl|vp: pl|poczta: onet.pl fm|interia: pl eu|gazeta: pl|tlen: pl|seznam: cz|email: cz|post: cz sk|centrum: cz sk|atlas: cz|volny: cz|azet: sk|zoznam: sk|freemail: hu|citromail: hu|t-online: hu|'
  + 'abv: bg|inbox: lv lt ru|one: lt|ukr: net|i: ua|meta: ua|bigmir: net|yandex: ru com ua by kz|ya: ru|bk: ru|list: ru|internet: ru|rambler: ru|lenta: ru|otenet: gr|in: gr|mynet: com|'
  + 'qq: com|foxmail: com|163: com|126: com|yeah: net|sina: com cn|sohu: com|139: com|189: cn|aliyun: com|naver: com|hanmail: net|daum: net|nate: com|docomo: ne.jp|ezweb: ne.jp|softbank: ne.jp|rediffmail: com|'
  + 'comcast: net|verizon: net|att: net|sbcglobal: net|bellsouth: net|cox: net|charter: net|earthlink: net|juno: com|shaw: ca|rogers: com|sympatico: ca|bigpond: com net.au|optusnet: com.au|xtra: co.nz';

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
