import type { Label } from '../simulator/inside';
import type { EntrySetup } from '../simulator/item';
import type { Suggestible } from './people';

/** The person at the keyboard. */
export const OWNER: EntrySetup = { displayName: 'Mara Own', emailAddress: 'mara@own.example', recipientType: 'user' };

/** The sensitivity labels of her organisation. Without any, Outlook answers some questions about them with an error. */
export const LABELS: readonly Label[] = [{ id: 'label-public', name: 'Public' }, { id: 'label-internal', name: 'Internal' }, { id: 'label-confidential', name: 'Confidential' }];

/** Whom the compose window knows: colleagues, and everybody among the service's demo contacts. */
export const addressBook: readonly Suggestible[] = [
  { name: 'Anna Eichner', address: 'anna@oak.example' },
  { name: 'Ben Ulmer', address: 'ben@elm.example' },
  { name: 'Cem Aydın', address: 'cem@ash.example' },
  { name: 'Dora Tannert', address: 'dora@fir.example' },
  { name: 'Emil Eibl', address: 'emil@yew.example' },
  { name: 'Fay Birk', address: 'fay@birch.example' },
  { name: 'Gustav Ahorn', address: 'gustav@maple.example' },
  { name: 'Hanna Lindner', address: 'hanna@linden.example' },
  { name: 'Ivy Rowan', address: 'ivy@rowan.example' },
  { name: 'Jaya Sagwan', address: 'jaya@teak.example' },
  { name: 'Kenji Sugi', address: 'kenji@cedar.example' },
  { name: 'Lale Çınar', address: 'lale@plane.example' },
  { name: 'Mads Bøg', address: 'mads@beech.example' },
  { name: 'Nora Erler', address: 'nora@alder.example' },
  { name: 'Otto Hasler', address: 'otto@hazel.example' },
  { name: 'Paula Weide', address: 'paula@willow.example' },
  { name: 'Mara Own', address: 'mara@own.example' },
  { name: 'Eva Own', address: 'eva@own.example' },
  { name: 'Finn Own', address: 'finn@own.example' },
];
