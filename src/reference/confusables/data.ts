// Written by generate.mjs from confusables.txt of Unicode 17.0.0, 2025-07-22 (https://www.unicode.org/Public/security/). Do not edit.

/** What looks like which Latin letters or digits: those, a space, then the characters that pass for them. */
export const CONFUSABLES = '2 ƻ|6 б|8 ȣ|a ɑαа|aa ꜳ|ae æӕ|ao ꜵ|au ꜷ|av ꜹꜻ|ay ꜽ|b ƀƃɓѣҍ|c ȼсҫᴄ|d đƌɖɗԁ|dz ʣ|e ɇеҽҿꬲ|f ƒքᵮẝꞙꬵ|fn ʩ|g ƍǥɠɡցᶃ|h ħɦћһհꚕ|i ıɨɩɪιіւᵻᵼꙇ|j ɉϳј|k ƙ|l łƚǀɫɭӏ|ll ǁ|ls ʪ|lz ʫ|n ŋƞɳηղոռᵰ|o øɵθοσоѳөօᴏᴑꝋꬽꬾ|oe œ|oo ꚙꝏ|p þƥƿρϸрᵽ|q ʠԛգզ|r ɍɼɽгғᴦᵲꭇꭈ|rn ɱᵯ|s ƽʂѕᵴꜱ|t ŧƭᵵ|tf ꝷ|ts ʦ|u ʋυџսᴜᵾꞟꭎꭒ|ue ᵫ|uo ꭣ|v νѵᴠ|w ɯшѡѽԝաᴡꝡ|x х|y ƴɏɣʏγуүұᶌỿꭚ|z ƶȥʐᴢᵶ';
