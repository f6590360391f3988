/**
 * Names of countries in English and German, from CLDR 48.0 by generate-country-names.mjs (the runtimes
 * of Outlook do not all have Intl.DisplayNames). Code, English name, and the German one where it differs.
 */
const NAMES =
  'ADAndorra|AEUnited Arab Emirates/Vereinigte Arabische Emirate|AFAfghanistan|AGAntigua & Barbuda/Antigua und Barbuda|AIAnguilla|ALAlbania/Albanien|' +
  'AMArmenia/Armenien|AOAngola|AQAntarctica/Antarktis|ARArgentina/Argentinien|ASAmerican Samoa/Amerikanisch-Samoa|ATAustria/Österreich|' +
  'AUAustralia/Australien|AWAruba|AXÅland Islands/Ålandinseln|AZAzerbaijan/Aserbaidschan|BABosnia & Herzegovina/Bosnien und Herzegowina|BBBarbados|' +
  'BDBangladesh/Bangladesch|BEBelgium/Belgien|BFBurkina Faso|BGBulgaria/Bulgarien|BHBahrain|BIBurundi|BJBenin|BLSt. Barthélemy|BMBermuda|' +
  'BNBrunei/Brunei Darussalam|BOBolivia/Bolivien|BQCaribbean Netherlands/Karibische Niederlande|BRBrazil/Brasilien|BSBahamas|BTBhutan|' +
  'BVBouvet Island/Bouvetinsel|BWBotswana/Botsuana|BYBelarus|BZBelize|CACanada/Kanada|CCCocos (Keeling) Islands/Kokosinseln|' +
  'CDCongo - Kinshasa/Kongo-Kinshasa|CFCentral African Republic/Zentralafrikanische Republik|CGCongo - Brazzaville/Kongo-Brazzaville|' +
  'CHSwitzerland/Schweiz|CICôte d’Ivoire|CKCook Islands/Cookinseln|CLChile|CMCameroon/Kamerun|CNChina|COColombia/Kolumbien|CRCosta Rica|CUCuba/Kuba|' +
  'CVCape Verde/Cabo Verde|CWCuraçao|CXChristmas Island/Weihnachtsinsel|CYCyprus/Zypern|CZCzechia/Tschechien|DEGermany/Deutschland|DJDjibouti/Dschibuti|' +
  'DKDenmark/Dänemark|DMDominica|DODominican Republic/Dominikanische Republik|DZAlgeria/Algerien|ECEcuador|EEEstonia/Estland|EGEgypt/Ägypten|' +
  'EHWestern Sahara/Westsahara|EREritrea|ESSpain/Spanien|ETEthiopia/Äthiopien|FIFinland/Finnland|FJFiji/Fidschi|FKFalkland Islands/Falklandinseln|' +
  'FMMicronesia/Mikronesien|FOFaroe Islands/Färöer|FRFrance/Frankreich|GAGabon/Gabun|GBUnited Kingdom/Vereinigtes Königreich|GDGrenada|GEGeorgia/Georgien|' +
  'GFFrench Guiana/Französisch-Guayana|GGGuernsey|GHGhana|GIGibraltar|GLGreenland/Grönland|GMGambia|GNGuinea|GPGuadeloupe|' +
  'GQEquatorial Guinea/Äquatorialguinea|GRGreece/Griechenland|GSSouth Georgia & South Sandwich Islands/Südgeorgien und die Südlichen Sandwichinseln|' +
  'GTGuatemala|GUGuam|GWGuinea-Bissau|GYGuyana|HKHong Kong/Hongkong|HMHeard & McDonald Islands/Heard und McDonaldinseln|HNHonduras|HRCroatia/Kroatien|' +
  'HTHaiti|HUHungary/Ungarn|IDIndonesia/Indonesien|IEIreland/Irland|ILIsrael|IMIsle of Man|INIndia/Indien|' +
  'IOBritish Indian Ocean Territory/Britisches Territorium im Indischen Ozean|IQIraq/Irak|IRIran|ISIceland/Island|ITItaly/Italien|JEJersey|' +
  'JMJamaica/Jamaika|JOJordan/Jordanien|JPJapan|KEKenya/Kenia|KGKyrgyzstan/Kirgisistan|KHCambodia/Kambodscha|KIKiribati|KMComoros/Komoren|' +
  'KNSt. Kitts & Nevis/St. Kitts und Nevis|KPNorth Korea/Nordkorea|KRSouth Korea/Südkorea|KWKuwait|KYCayman Islands/Kaimaninseln|KZKazakhstan/Kasachstan|' +
  'LALaos|LBLebanon/Libanon|LCSt. Lucia|LILiechtenstein|LKSri Lanka|LRLiberia|LSLesotho|LTLithuania/Litauen|LULuxembourg/Luxemburg|LVLatvia/Lettland|' +
  'LYLibya/Libyen|MAMorocco/Marokko|MCMonaco|MDMoldova/Republik Moldau|MEMontenegro|MFSt. Martin|MGMadagascar/Madagaskar|' +
  'MHMarshall Islands/Marshallinseln|MKNorth Macedonia/Nordmazedonien|MLMali|MMMyanmar (Burma)/Myanmar|MNMongolia/Mongolei|MOMacao/Macau|' +
  'MPNorthern Mariana Islands/Nördliche Marianen|MQMartinique|MRMauritania/Mauretanien|MSMontserrat|MTMalta|MUMauritius|MVMaldives/Malediven|MWMalawi|' +
  'MXMexico/Mexiko|MYMalaysia|MZMozambique/Mosambik|NANamibia|NCNew Caledonia/Neukaledonien|NENiger|NFNorfolk Island/Norfolkinsel|NGNigeria|NINicaragua|' +
  'NLNetherlands/Niederlande|NONorway/Norwegen|NPNepal|NRNauru|NUNiue|NZNew Zealand/Neuseeland|OMOman|PAPanama|PEPeru|' +
  'PFFrench Polynesia/Französisch-Polynesien|PGPapua New Guinea/Papua-Neuguinea|PHPhilippines/Philippinen|PKPakistan|PLPoland/Polen|' +
  'PMSt. Pierre & Miquelon/St. Pierre und Miquelon|PNPitcairn Islands/Pitcairninseln|PRPuerto Rico|PSPalestinian Territories/Palästina|PTPortugal|PWPalau|' +
  'PYParaguay|QAQatar/Katar|RERéunion|RORomania/Rumänien|RSSerbia/Serbien|RURussia/Russland|RWRwanda/Ruanda|SASaudi Arabia/Saudi-Arabien|' +
  'SBSolomon Islands/Salomonen|SCSeychelles/Seychellen|SDSudan|SESweden/Schweden|SGSingapore/Singapur|SHSt. Helena|SISlovenia/Slowenien|' +
  'SJSvalbard & Jan Mayen/Spitzbergen und Jan Mayen|SKSlovakia/Slowakei|SLSierra Leone|SMSan Marino|SNSenegal|SOSomalia|SRSuriname|SSSouth Sudan/Südsudan|' +
  'STSão Tomé & Príncipe/São Tomé und Príncipe|SVEl Salvador|SXSint Maarten|SYSyria/Syrien|SZEswatini|TCTurks & Caicos Islands/Turks- und Caicosinseln|' +
  'TDChad/Tschad|TFFrench Southern Territories/Französische Süd- und Antarktisgebiete|TGTogo|THThailand|TJTajikistan/Tadschikistan|TKTokelau|' +
  'TLTimor-Leste|TMTurkmenistan|TNTunisia/Tunesien|TOTonga|TRTürkiye/Türkei|TTTrinidad & Tobago/Trinidad und Tobago|TVTuvalu|TWTaiwan|TZTanzania/Tansania|' +
  'UAUkraine|UGUganda|UMU.S. Outlying Islands/Amerikanische Überseeinseln|USUnited States/Vereinigte Staaten|UYUruguay|UZUzbekistan/Usbekistan|' +
  'VAVatican City/Vatikanstadt|VCSt. Vincent & Grenadines/St. Vincent und die Grenadinen|VEVenezuela|VGBritish Virgin Islands/Britische Jungferninseln|' +
  'VIU.S. Virgin Islands/Amerikanische Jungferninseln|VNVietnam|VUVanuatu|WFWallis & Futuna/Wallis und Futuna|WSSamoa|XKKosovo|YEYemen/Jemen|YTMayotte|' +
  'ZASouth Africa/Südafrika|ZMZambia/Sambia|ZWZimbabwe/Simbabwe';

const table: { [code: string]: readonly [english: string, german: string] } = {};
for (const entry of NAMES.split('|')) {
  const [english, german] = entry.slice(2).split('/') as [string, string?];
  table[entry.slice(0, 2)] = [english, german || english];
}

/** The name people know a country by; the code itself where there is none. */
export function countryName(code: string, language: 'de' | 'en'): string {
  const names = table[code];
  return names ? names[language === 'de' ? 1 : 0] : code;
}
