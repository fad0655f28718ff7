/**
 * How companies are called, by language and by trade or, where a language has fewer patterns, by sector. R stands for
 * an invented root, F for a family name, P for a saint or place, C for the town.
 */
const table = `
english clinic | R Medical Centre, R Clinics, C Family Health, R Health Partners, The R Surgery, Drs F & F, R Walk-in Clinics, F Medical Group
english dental | R Dental, F Dental Care, R Smiles, The R Dental Practice, F & F Orthodontics, C Family Dentists, R Dental Group, R Orthodontics
english vet | R Vets, F Veterinary, R Animal Hospital, F & F Veterinary Surgeons, R Pet Clinics, C Equine & Farm Vets
english home | R Home Care, F Care at Home, R Community Care, Kindly R, R Nursing Partners
english freight | R Freight, F Haulage, R Logistics, F & Sons Transport, R Carriers, F Bros Freight, R Container Lines, R Cold Chain, F Tankers, C Pallet Network
english courier | R Couriers, R Same Day, F Express, C Cycle Couriers, R Parcels
english garage | F Motors, R Garage, F & Son Auto Repair, R Tyre & Exhaust, C Transmission, F Bodyworks, R Truck Repair, R Autos
english heating | F Heating, R Plumbing & Heat, F & Daughters Plumbing, R Air Conditioning, R Boilers, C Drains, F Electrical, R Solar
english lifts | R Lifts, F Elevator Service, R Inspection Services, R Fire & Safety, F Facilities, R Building Services
english physio | R Physio, F Physiotherapy, C Back Clinic, R Sports Injury, The R Movement Practice, R Osteopaths
english driving | R Driving School, F School of Motoring, C Pass First, R Drive
german clinic | MVZ R, Praxis Dr. F, Gemeinschaftspraxis F & F, Klinik R, Hausarztzentrum C, Augenzentrum R
german dental | Zahnarztpraxis Dr. F, Zahnzentrum R, Kieferorthopädie F, Zahnärzte am R
german vet | Tierklinik R, Tierarztpraxis F, Kleintierzentrum R
german home | Pflegedienst R, Ambulante Pflege F, Sozialstation R, Pflege daheim R
german freight | Spedition F, F Transporte GmbH, R Logistik, F & Söhne Spedition, R Kühltransporte, F Fernverkehr
german courier | R Kurier, F Eilboten, Stadtkurier C
german garage | Autohaus F, Kfz-Werkstatt F, Karosserie R, F Nutzfahrzeuge, Reifen F
german heating | F Heizung & Sanitär, F Haustechnik, Elektro F, R Wärmetechnik, F Kältetechnik
german lifts | F Aufzüge, R Prüfdienste, R Gebäudetechnik, F Brandschutz
german physio | Physiotherapie F, Physio am R, Rückenzentrum R
german driving | Fahrschule F, Fahrschule R
french clinic | Clinique P, Centre médical P, Cabinet F & F, Maison de santé P
french dental | Cabinet dentaire P, Centre dentaire P, Orthodontie F
french vet | Clinique vétérinaire P, Vétérinaires F & F
french home | Aide à domicile F, Soins P, Les Auxiliaires P
french freight | Transports F, F Logistique, F & Fils Transports, Frigo F, Messageries F
french courier | Coursiers P, F Express, Vélo-courses C
french garage | Garage F, Carrosserie F, Pneus F, Garage P
french heating | Chauffage F, F Plomberie, Électricité F, F Climatisation
french lifts | Ascenseurs F, F Contrôles, F Sécurité incendie
french physio | Kinés P, Cabinet de kinésithérapie F
french driving | Auto-école F, Auto-école P
spanish clinic | Clínica P, Centro Médico P, Policlínica P, Consultorio F
spanish dental | Clínica Dental P, Dental F, Ortodoncia F y F
spanish vet | Veterinaria P, Hospital Veterinario P
spanish home | Cuidados P, Atención a Domicilio F, Enfermeras P
spanish freight | Transportes F, Logística P, Fletes F, F Hermanos Carga, Autotransportes P
spanish courier | Mensajería P, F Exprés, Envíos P
spanish garage | Taller F, Talleres P, Automotriz F, Llantas F
spanish heating | Instalaciones F, Climas F, Fontanería F, F Electricidad
spanish lifts | Elevadores F, Ascensores P, F Inspecciones
spanish physio | Fisioterapia F, Fisio P, Centro de Rehabilitación P
spanish driving | Autoescuela F, Escuela de Manejo P
portuguese clinic | Clínica P, Centro Médico P, Consultórios F, Policlínica P
portuguese dental | Odonto P, Clínica Dentária F, Ortodontia F
portuguese vet | Clínica Veterinária P, Vet F
portuguese home | Cuidar P, Apoio Domiciliário F, Enfermagem P
portuguese freight | Transportes F, F Logística, Transportadora P, Expresso P, F & Filhos Transportes
portuguese courier | Motoboys P, F Entregas, Rápido P
portuguese garage | Oficina F, Auto Mecânica P, Auto Center F
portuguese heating | F Climatização, F Instalações, Hidráulica F, Elétrica P
portuguese lifts | Elevadores F, F Vistorias, F Manutenção Predial
portuguese physio | Fisio P, Fisioterapia F
portuguese driving | Autoescola P, Escola de Condução F
italian clinic | Poliambulatorio P, Centro Medico P, Studio medico F
italian dental | Studio dentistico F, Dental P, Ortodonzia F
italian vet | Clinica veterinaria P, Ambulatorio veterinario F
italian home | Assistenza domiciliare P, Cooperativa P
italian freight | Autotrasporti F, F Logistica, Trasporti F & Figli, Corriere P
italian courier | F Espressi, Pony P
italian garage | Officina F, Autofficina P, Carrozzeria F, Gomme F
italian heating | F Impianti, Termoidraulica F, F Clima
italian lifts | Ascensori F, F Collaudi
italian physio | Fisioterapia F, Studio di fisioterapia P
italian driving | Autoscuola F, Autoscuola P
dutch care | Praktijk R, Zorggroep R, Tandartsen R, Thuiszorg F, Fysio R
dutch road | F Transport, R Logistiek, Gebroeders F, Koeriers R
dutch shop | Garage F, Autobedrijf F, F Banden
dutch field | F Installaties, F Liften, R Techniek
dutch teach | Rijschool F, Rijschool R
nordic care | Rklinikken, R Tandvård, Fs Vårdcentral, R Hemtjänst
nordic road | F Åkeri, R Logistik, F Transport
nordic shop | F Bil, R Bilverkstad
nordic field | F Rör, R Hiss, F El
nordic teach | R Trafikskola, F Trafikskole
czech care | Poliklinika R, Zubní centrum R, Ordinace F, Fyzio R
czech road | F Transport, Autodoprava F, R Logistika
czech shop | Autoservis F, Pneu F
czech field | Instalatérství F, F Výtahy, R Servis
czech teach | Autoškola F, Autoškola R
polish care | Przychodnia R, Stomatologia F, Gabinety R, Fizjo R
polish road | Transport F, R Logistyka, F Spedycja
polish shop | Auto-Serwis F, Warsztat F, Opony F
polish field | Instalacje F, F Windy, Klima F
polish teach | Szkoła Jazdy F, OSK R
japanese care | R Clinic, R Dental, F Medical, R Home Nursing
japanese road | R Unyu, F Logistics, R Express
japanese shop | F Auto, R Motors
japanese field | F Setsubi, R Elevator Service
japanese teach | R Driving School
`;

export const companyPatterns: ReadonlyMap<string, readonly string[]> = new Map(
	table
		.trim()
		.split('\n')
		.map((row) => row.split(' | '))
		.map(([key, patterns]) => [key, patterns.split(', ')])
);
