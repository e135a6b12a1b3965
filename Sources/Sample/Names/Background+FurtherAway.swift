extension Background {
    /// Families whose names came from further away, lately or long ago.
    static let fromFurtherAway = [
        gujarati, punjabi, bengaliAndPakistani, southIndian, westAfrican, caribbean, polish, mediterranean,
        chinese,
        turkish, northern, french, eastern,
    ]

    private static let gujarati = Background(
        3,
        women: "Amisha Bhavna Dipika Hetal Jaya Kavita Komal Meera Nisha Pooja Rekha Sonal Trupti Usha",
        men: "Amit Bharat Chirag Dilip Hitesh Jayesh Ketan Mahesh Nilesh Paresh Rajesh Sanjay Vijay Yogesh",
        families:
            "Amin Desai Gandhi Gohil Joshi Lakhani Mehta Mistry Modi Parmar Patel Raval Shah Solanki Thakkar Vyas"
    )

    private static let punjabi = Background(
        3,
        women: "Amrit Baljit Gurpreet Harjit Harleen Jasleen Jaspreet Kiran Kulwinder Manjit Navneet Simran",
        men:
            "Amandeep Arjan Balbir Davinder Gurdeep Harpal Inderjit Jagdeep Karanvir Manpreet Ranjit Sukhdev",
        families:
            "Atwal Bains Bassi Bhogal Chahal Dhaliwal Dhillon Gill Grewal Johal Kang Mann Purewal Sandhu Sidhu Virk"
    )

    private static let bengaliAndPakistani = Background(
        4,
        women:
            "Aisha Amina Farah Fatima Hafsa Maryam Nadia Nasreen Rukhsana Saima Samina Sumaiya Yasmin Zainab",
        men:
            "Adnan Asif Bilal Faisal Hamza Imran Jamil Kamran Nadeem Omar Rafiq Salman Shahid Tariq Usman Zahid",
        families: """
            Ahmed Akhtar Ali Anwar Aziz Begg Butt Chaudhry Choudhury Farooq Hussain Iqbal Islam Karim Khan Mahmood
            Malik Miah Mirza Qureshi Rahman Rashid Siddiqui Uddin
            """)

    private static let southIndian = Background(
        2,
        women: "Anjali Deepa Divya Lakshmi Latha Malini Priya Radha Revathi Sangeetha Shanthi Sudha Vasuki",
        men: "Anand Arun Ganesh Harish Karthik Mohan Murali Prakash Raghu Sathya Suresh Venkat Vikram",
        families:
            "Balan Fernando Iyer Jeyaraj Kumar Menon Murthy Nair Perera Pillai Raman Rao Reddy Silva Varma")

    private static let westAfrican = Background(
        4,
        women:
            "Abena Adaeze Akosua Amara Bukola Chiamaka Efua Folake Ifeoma Ngozi Ronke Temitope Yewande Zainabu",
        men: "Ade Babatunde Chidi Chukwuma Emeka Femi Kofi Kwabena Kwame Obinna Olumide Segun Tunde Uche Yaw",
        families: """
            Abiola Acheampong Adeyemi Afolabi Agyeman Asante Ayodele Balogun Boateng Danso Ekwueme Eze Mensah Nwosu
            Oduya Ofori Ogunleye Okafor Okeke Okonkwo Olatunji Osei Owusu Sarpong
            """)

    private static let caribbean = Background(
        3,
        women:
            "Beverley Claudette Corinne Delphine Denise Gloria Jacqueline Janelle Marcia Monique Sharon Yvonne",
        men:
            "Carlton Courtney Delroy Desmond Devon Errol Everton Leroy Linton Marlon Neville Orville Trevor Winston",
        families:
            "Bailey Blackwood Braithwaite Campbell Clarke Francis Gayle Grant Joseph Lewis Morrison Pinnock Samuels"
    )

    static let polish = Background(
        4,
        women:
            "Agnieszka Aleksandra Barbara Dorota Ewa Hanna Joanna Justyna Kasia Magdalena Małgorzata Monika Zofia",
        men:
            "Andrzej Bartosz Grzegorz Jakub Krzysztof Łukasz Maciej Marcin Michał Paweł Piotr Rafał Tomasz Wojciech",
        families:
            "Adamczyk Borek Duda Gajda Kaczmarek Kowalczyk Kozioł Krawczyk Mazur Nowak Pawlak Sikora Wójcik Zając"
    )

    static let mediterranean = Background(
        3,
        women:
            "Alessandra Carla Catarina Chiara Elena Francesca Giulia Inês Lucia Maria Paola Rosa Silvia Teresa",
        men:
            "Antonio Bruno Carlos Davide Enzo Fabio Giovanni João Luca Marco Matteo Nuno Pedro Rafael Stefano",
        families: """
            Almeida Barbieri Bianchi Carvalho Colombo Conti Costa Ferrari Ferreira Fonseca García Lombardi Marchetti
            Martínez Moretti Navarro Oliveira Pereira Ricci Romano Rossi Santos Vieira
            """)

    private static let chinese = Background(
        2,
        women: "Hui Jia Karen Li Lin Mei Ming Pui Shu Siu Suk Vivian Wai Xin Yan Ying",
        men: "Chi Hao Jason Jun Kin Kwok Man Ming Raymond Tao Wai Wei Wing Yi Yong Zhi",
        families:
            "Chan Chen Cheung Fung Ho Huang Kwan Lam Lau Leung Li Liu Ng Tang Tsang Wang Wong Wu Yip Zhang")

    private static let turkish = Background(
        2,
        women: "Ayşe Dilek Eleni Elif Emine Fatma Gülay Hatice Maria Nur Özlem Selin Sevgi Sophia Zeynep",
        men:
            "Ahmet Andreas Christos Deniz Emre Hasan Kemal Mehmet Mustafa Nikos Onur Serkan Tolga Yiannis Yusuf",
        families:
            "Aksoy Arslan Aydın Charalambous Christou Çelik Demir Georgiou Kaya Koç Kyriacou Öztürk Şahin Yıldız"
    )

    static let northern = Background(
        2,
        women: "Anneke Astrid Birgit Elke Freya Greta Heike Ingrid Katrin Linnea Marit Petra Sigrid Solveig",
        men:
            "Anders Bjørn Dieter Erik Gunnar Henrik Jan Jörg Klaus Lars Matthias Nils Pieter Rasmus Sven Willem",
        families:
            "Andersen Bakker Becker Dekker Fischer Hansen Jensen Johansson Lindqvist Möller Nyström Olsen Schäfer"
    )

    static let french = Background(
        1,
        women:
            "Adèle Camille Chloé Élodie Hélène Inès Juliette Manon Margaux Maëlle Noémie Océane Sylvie Véronique",
        men:
            "Antoine Baptiste Benoît Étienne Guillaume Hervé Julien Loïc Mathieu Olivier Pascal Rémi Thierry Yann",
        families:
            "Bernard Chevalier Fontaine Garnier Guillou Kervella Lambert Laurent Mercier Moreau Riou Roussel Tanguy"
    )

    private static let eastern = Background(
        2,
        women:
            "Alina Andreea Daiva Elena Gabriela Ioana Irina Jurga Ludmila Mihaela Oksana Rasa Simona Tatiana",
        men: "Andrei Bogdan Cristian Darius Florin Ionuț Jonas Mihai Oleh Petro Radu Tomas Vasile Viktor",
        families:
            "Balan Bondarenko Constantin Dumitru Ionescu Kazlauskas Kovalenko Melnyk Munteanu Petrauskas Popa Radu Stan"
    )
}
