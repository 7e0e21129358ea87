Console.WriteLine("congvu");
