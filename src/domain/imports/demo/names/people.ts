import type { Chance } from '../chance.ts';

export type Culture = keyof typeof cultures;
export type Person = { given: string; family: string };

const words = (list: string) => list.trim().split(/\s+/);

/** Given names of women and men; family names, where they differ as 'man/woman'. */
const cultures = {
	english: {
		women: words(`Alice Amy Beth Carol Charlotte Chloe Claire Diane Donna Eleanor Emma Erin Fiona Gemma Grace Hannah
			Heather Helen Imogen Isla Jackie Janet Jean Jess Joanne Judith Karen Kate Laura Leanne Lorna Lucy Maggie Megan
			Moira Naomi Nicola Olivia Pam Rachel Rebecca Rosie Ruth Sally Sandra Sarah Sheila Sophie Tessa Tracy Vicky Zoe`),
		men: words(`Adam Alan Alistair Andrew Barry Ben Brendan Callum Chris Colin Craig Dan Darren Dave Dominic Ed Ewan
			Frank Gareth Gary George Graham Greg Harry Hugh Ian Jack Jamie Joe Jon Keith Ken Kevin Lee Liam Luke Malcolm
			Mark Matt Mike Neil Nick Owen Pete Phil Ray Rob Rory Ryan Sam Scott Sean Simon Steve Stuart Tim Tom Tony Will`),
		families: words(`Abbott Ainsworth Alder Archer Ashby Atwood Baines Barlow Beckett Bellamy Birch Blackwell Bowden
			Bradshaw Brady Brewer Burgess Calder Carver Chadwick Chambers Clarke Coates Conway Cooper Corrigan Cross Dalton
			Dawson Delaney Doyle Draper Drummond Dunne Eastwood Ellery Fairley Farrell Fenton Finch Fletcher Foley Forsyth
			Gallagher Garner Gibbs Gillespie Goodwin Grady Greaves Hadley Hargreaves Harker Hartley Hawthorne Hobbs Holt
			Horrocks Ingham Jarvis Keane Kendrick Kerr Kirby Lacey Langford Larkin Leeson Lockwood Maddox Marlow Mercer
			Milburn Moss Nash Nolan Norwood Oakes Orchard Osgood Pearce Pickering Prescott Quigley Radford Ramsden Redmond
			Rowe Rutherford Sadler Sawyer Selby Sharpe Shaw Sinclair Slater Stafford Stubbs Sutcliffe Tanner Thorne Tierney
			Tobin Underhill Vickers Wainwright Wardle Weaver Whelan Whitlock Wilde Winslow Wren Yardley Yates`)
	},
	world: {
		women: words(`Priya Anjali Meera Fatima Aisha Leila Mei Lin Ngozi Adaeze Zainab Nadia Soraya Thuy Mai Ines Hyejin
			Shabnam Yasmin Chidinma Lakshmi Sunita Rania Dalia`),
		men: words(`Arjun Rahul Vikram Imran Omar Hassan Wei Jun Chidi Emeka Tariq Karim Minh Duc Joon Farid Sanjay Deepak
			Kwame Tunde Yusuf Bilal Samir Amit`),
		families: words(`Raman Iyer Mehta Chaudhry Nair Banerjee Haddad Farouk Mansour Siddiqui Chen Lim Tan Wong Nguyen
			Tran Park Cho Okafor Adeyemi Mensah Eze Bello Khoury Rahimi Sandhu Kaur Desai Pillai Yilmaz Demir Ozturk Abdi`)
	},
	german: {
		women: words(`Anja Anke Birgit Britta Christiane Claudia Daniela Elke Franziska Gabi Heike Ines Jana Julia Karin
			Katrin Kerstin Lena Manuela Martina Monika Nadine Petra Sabine Sandra Silke Simone Susanne Tanja Ulrike Ute`),
		men: words(`Andreas Bernd Carsten Christoph Dirk Fabian Florian Frank Gerd Hannes Holger Jens Jochen Jörg Kai Klaus
			Lars Lukas Markus Matthias Norbert Olaf Peter Rainer Ralf Rolf Stefan Sven Thorsten Tobias Uwe Volker Wolfgang`),
		families: words(`Ackermann Albrecht Arnold Baumann Behrens Böhm Brandt Brinkmann Busch Dietrich Ebert Engel Fiedler
			Fuchs Gerlach Graf Grote Haase Hahn Hartmann Heinrich Hennig Hermann Horstmann Huber Jansen Kaiser Keller Kern
			Kirchner Köhler Kramer Krüger Kuhn Lehmann Lorenz Lüders Maurer Meißner Möller Neumann Nowak Otto Pohl Reuter
			Richter Sauer Schäfer Schreiber Seidel Sommer Stein Steiner Thiele Ullrich Vogel Vogt Wagner Walter Wendt Winkler
			Wolff Ziegler Zimmermann`)
	},
	french: {
		women: words(`Agnès Amélie Anne Aurélie Béatrice Camille Catherine Céline Chantal Corinne Delphine Élodie Émilie
			Florence Hélène Isabelle Julie Laetitia Laure Manon Marion Mathilde Nathalie Pauline Sandrine Sophie Véronique`),
		men: words(`Alain Antoine Arnaud Bastien Benoît Bruno Christophe Cyril Damien Didier Emmanuel Éric Fabrice Franck
			Gilles Guillaume Hervé Jérôme Julien Laurent Loïc Mathieu Maxime Nicolas Olivier Pascal Rémi Stéphane Thierry Yann`),
		families: words(`Aubert Barbier Baudry Bertin Besson Blanchard Bonnet Boucher Bourgeois Carpentier Chevalier Colin
			Cordier Delattre Delmas Deschamps Dumas Dupuis Faure Fontaine Gaillard Garnier Gauthier Gérard Gillet Guérin
			Hamel Jacquet Lacroix Lambert Lebrun Leclerc Legrand Lemaire Maillard Marchand Masson Mercier Meunier Moulin
			Noël Pelletier Perrin Picard Poirier Renard Rivière Roussel Royer Tessier Vasseur Vidal`)
	},
	spanish: {
		women: words(`Adriana Alicia Ana Beatriz Carmen Carolina Claudia Cristina Elena Gabriela Inés Isabel Laura Lorena
			Lucía Marcela Marta Mónica Natalia Nuria Paola Patricia Pilar Raquel Rocío Rosa Silvia Sofía Teresa Valeria`),
		men: words(`Alejandro Álvaro Andrés Antonio Carlos César Daniel Diego Eduardo Emilio Esteban Felipe Fernando
			Francisco Gonzalo Gustavo Héctor Ignacio Javier Jorge Luis Manuel Marcos Mario Óscar Pablo Rafael Ramón Sergio`),
		families: words(`Aguilar Alonso Arroyo Benítez Bravo Cabrera Calvo Campos Cano Carrasco Castaño Cordero Crespo
			Delgado Domínguez Escobar Espinosa Ferrer Fuentes Gallardo Garrido Guerrero Herrera Ibáñez Lozano Luna Marín
			Medina Méndez Molina Montero Mora Moreno Navarro Núñez Ochoa Ortega Pardo Paredes Peña Quintana Ríos Rojas Rubio
			Salazar Sandoval Serrano Soto Suárez Valdés Vargas Vega Vera Villalobos Zamora`)
	},
	portuguese: {
		women: words(`Aline Amanda Beatriz Bruna Camila Carla Cláudia Débora Eliane Fernanda Helena Inês Joana Juliana
			Larissa Letícia Luciana Márcia Mariana Patrícia Paula Raquel Renata Rita Rosana Sílvia Simone Sônia Tatiana Vera`),
		men: words(`André Antônio Bruno Caio Daniel Diogo Eduardo Fábio Felipe Gustavo Henrique Hugo João Jorge José Leandro
			Luís Marcelo Márcio Mateus Nuno Paulo Pedro Rafael Renato Ricardo Rodrigo Rui Sérgio Thiago Tiago Vinícius`),
		families: words(`Almeida Amaral Andrade Antunes Araújo Azevedo Barbosa Barros Batista Braga Cardoso Carvalho Castro
			Coelho Correia Cunha Dias Duarte Esteves Farias Fonseca Freitas Gomes Leal Lopes Macedo Machado Magalhães Martins
			Matos Mendes Moraes Moreira Moura Nogueira Pacheco Peixoto Pinheiro Pinto Queiroz Ramos Rezende Ribeiro Rocha
			Sampaio Tavares Teixeira Vieira`)
	},
	italian: {
		women: words(`Alessandra Anna Barbara Chiara Cristina Daniela Elena Elisa Federica Francesca Giulia Ilaria Laura
			Lucia Manuela Martina Michela Paola Roberta Sara Silvia Simona Valentina`),
		men: words(`Alberto Alessandro Andrea Antonio Claudio Davide Enrico Fabio Filippo Francesco Giorgio Giovanni Luca
			Marco Massimo Matteo Michele Nicola Paolo Pietro Roberto Simone Stefano`),
		families: words(`Barbieri Basile Bellini Benedetti Bianco Caputo Caruso Cattaneo Colombo Conte Costa
			D'Angelo Fabbri Ferrara Ferri Fontana Galli Gatti Gentile Giordano Grassi Guerra Leone Lombardi Longo Mancini
			Marchetti Marini Martini Mazza Monti Moretti Negri Orlando Pagano Palumbo Parisi Pellegrini Rinaldi Riva Rizzo
			Sala Santoro Serra Silvestri Testa Valentini Villa Vitale`)
	},
	dutch: {
		women: words(`Anneke Astrid Carla Daphne Eline Esther Femke Hanneke Ilse Ingrid Iris Janneke Karin Lieke Lotte
			Maaike Marijke Marloes Miriam Monique Sanne Saskia Wendy Willemijn Yvonne`),
		men: words(`Arjen Bart Bas Dennis Erik Frank Gijs Hans Henk Jaap Jan Jeroen Joost Kees Koen Maarten Marcel Niels
			Pieter Rob Ruben Sander Sjoerd Stefan Teun Thijs Tom Wim Wouter`),
		families: words(`Bakker Beekman Blom Boersma Bos Brouwer Dekker Dijkstra Groen Hendriks Hoekstra Jansen Kok Koster
			Kuiper Maas Meijer Mulder Peters Postma Prins Schouten Smit Timmermans Veenstra Verhoeven Vermeulen Visser Vos
			Willems Wolters Zijlstra`)
	},
	czech: {
		women: words(`Alena Alžběta Barbora Dana Eva Hana Iveta Jana Jitka Kateřina Klára Lenka Lucie Markéta Marta Martina
			Monika Pavla Petra Radka Šárka Tereza Veronika Zuzana`),
		men: words(`Aleš David Filip Jakub Jan Jaroslav Jiří Josef Karel Ladislav Lukáš Marek Martin Michal Milan Miroslav
			Ondřej Pavel Petr Radek Robert Tomáš Vladimír Zdeněk`),
		families: words(`Beneš/Benešová Bartoš/Bartošová Černý/Černá Doležal/Doležalová Dvořák/Dvořáková Fiala/Fialová
			Hájek/Hájková Holub/Holubová Horák/Horáková Hruška/Hrušková Jelínek/Jelínková Kolář/Kolářová Konečný/Konečná
			Kopecký/Kopecká Král/Králová Kučera/Kučerová Malý/Malá Marek/Marková Moravec/Moravcová Navrátil/Navrátilová
			Němec/Němcová Pokorný/Pokorná Polák/Poláková Pospíšil/Pospíšilová Říha/Říhová Sedláček/Sedláčková
			Sýkora/Sýkorová Šimek/Šimková Urban/Urbanová Vaněk/Vaňková Vávra/Vávrová Zeman/Zemanová`)
	},
	polish: {
		women: words(`Agata Agnieszka Aleksandra Alicja Beata Dorota Elżbieta Ewa Joanna Justyna Kamila Karolina Katarzyna
			Magda Małgorzata Marta Monika Natalia Paulina Sylwia Urszula`),
		men: words(`Adam Andrzej Bartosz Dariusz Grzegorz Jacek Jakub Kamil Krzysztof Łukasz Maciej Marcin Mateusz Michał
			Paweł Piotr Przemysław Rafał Sławomir Tomasz Wojciech`),
		families: words(`Adamczyk Baran Borkowski/Borkowska Chmielewski/Chmielewska Czarnecki/Czarnecka Duda Dudek
			Głowacki/Głowacka Górski/Górska Jankowski/Jankowska Kaczmarek Kalinowski/Kalinowska Kołodziej Krawczyk Kubiak
			Laskowski/Laskowska Lis Maciejewski/Maciejewska Malinowski/Malinowska Mazur Michalak Nowicki/Nowicka
			Olszewski/Olszewska Pawlak Sikora Sobczak Szulc Urbański/Urbańska Walczak Wilk Witkowski/Witkowska Wrona
			Zając Zalewski/Zalewska Ziółkowski/Ziółkowska`)
	},
	nordic: {
		women: words(
			`Anna Astrid Birgitte Elin Emma Freja Hanna Ida Ingrid Karin Kirsten Lena Linnea Maja Mette Sara Signe`
		),
		men: words(
			`Anders Bjørn Erik Fredrik Gustav Henrik Jesper Johan Kasper Lars Magnus Mats Mikael Ole Oskar Per Søren`
		),
		families: words(`Ahlgren Bengtsson Berglund Dahl Ekström Engström Fjeldstad Forsberg Friis Hagen Halvorsen Hedlund
			Holmgren Kjær Lindqvist Lund Møller Nygaard Nyström Ravn Sandberg Skov Solberg Strand Sundström Vestergaard Wiklund`)
	},
	japanese: {
		women: words(`Aiko Akemi Ayaka Chie Emi Haruka Hitomi Kaori Keiko Mami Mayumi Megumi Miho Misaki Naoko Rie Saki
			Sayuri Tomoko Yoko Yuka Yumi`),
		men: words(`Akira Daisuke Hiroshi Hiroki Kazuki Keita Kenji Kenta Makoto Masaru Naoki Osamu Ryo Satoshi Shinji Shota
			Takashi Takeshi Tetsuya Yoshio Yuji Yuta`),
		families: words(`Abe Aoki Arai Endo Fujita Fukuda Goto Hara Harada Hasegawa Hirano Imai Inoue Ishii Iwasaki Kaneko
			Kimura Kojima Kondo Maeda Maruyama Matsuda Miura Miyamoto Mori Murakami Nakagawa Nakamura Nishimura Noguchi Ogawa
			Okada Ono Ota Sakai Sasaki Shibata Shimizu Sugiyama Takagi Taniguchi Ueda Uchida Wada Yamashita Yokoyama`)
	}
};

export function person(culture: Culture, chance: Chance): Person {
	const { women, men, families } = cultures[culture];
	const woman = chance.yes(0.5);
	const [his, hers = his] = chance.pick(families).split('/');

	return { given: chance.pick(woman ? women : men), family: woman ? hers : his };
}
