import type { WrittenRule } from '../../voice/themes/rule.ts';

/**
 * Themes that the demo company starts with: a handful of rules over what its customers write, in the languages they write
 * most. They are rules like any other: they miss some and take some wrongly, and nobody has checked them yet.
 */
export const starterThemes: readonly { name: string; rules: readonly WrittenRule[] }[] = [
	{
		name: 'Invoices and VAT',
		rules: [
			{
				language: 'en',
				text: 'invoice* billing vat "credit note*" refund* "charged twice" "paid twice" "purchase order" "reverse charge" dunning'
			},
			{ language: 'de', text: 'rechnung* ust umsatzsteuer* mahnung* gutschrift* abgebucht vorsteuer' },
			{ language: 'fr', text: 'facture* facturation tva remboursement*' },
			{ language: 'es', text: 'factura* facturación iva reembolso*' }
		]
	},
	{
		name: 'Getting started',
		rules: [
			{
				language: 'en',
				text: 'onboarding onboarded kickoff "kick-off" "go live" "going live" "went live" "getting started" migration* "first week*" "set up" setup'
			},
			{ language: 'de', text: 'einführung* onboarding "live gehen" schulung* eingerichtet einrichtung*' },
			{ language: 'fr', text: 'démarrage* "mise en route" "mise en place" formation* onboarding' },
			{ language: 'es', text: '"puesta en marcha" onboarding implantación formación migración' }
		]
	},
	{
		name: 'Speed and outages',
		rules: [
			{
				language: 'en',
				text: 'slow slower slowly speed outage* spinner* lag lags laggy froze frozen freezes hangs "status page" "white page" "would not load" crawls'
			},
			{ language: 'de', text: 'langsam* lädt lud ausfall* statusseite ladezeit*' },
			{ language: 'fr', text: 'lent lente lenteur* panne*' },
			{ language: 'es', text: 'lento lenta lentitud caída* colgado' }
		]
	},
	{
		name: 'Price',
		rules: [
			{
				language: 'en',
				text: 'price priced prices pricing pricey expensive cheaper discount* "price increase*" "value for money"'
			},
			{ language: 'de', text: 'preis preise preiserhöhung* preislich teuer teurer günstiger' },
			{ language: 'fr', text: 'prix tarif* cher chère hausse' },
			{ language: 'es', text: 'precio* caro cara tarifa*' }
		]
	},
	{
		name: 'Help from support',
		rules: [
			{
				language: 'en',
				text: 'support ticket* hotline helpdesk "help desk" "on hold" chatbot "the chat" -"support group*"'
			},
			{ language: 'de', text: 'support ticket* hotline warteschleife kundendienst textbaustein*' },
			{ language: 'fr', text: 'support ticket* assistance hotline' },
			{ language: 'es', text: 'soporte ticket* incidencia* "atención al cliente"' }
		]
	},
	{
		name: 'The app on the road',
		rules: [
			{ language: 'en', text: 'app apps android iphone iphones offline mobile' },
			{ language: 'de', text: 'app android iphone offline handy' },
			{ language: 'fr', text: 'appli application* android iphone "hors ligne" "hors connexion"' },
			{ language: 'es', text: 'app aplicación android iphone móvil "sin conexión"' }
		]
	}
];
