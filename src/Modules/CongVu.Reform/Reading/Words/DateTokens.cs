using System.Globalization;

namespace CongVu.Reform.Reading;

/// <summary>A word, number or sign of a folded text.</summary>
internal readonly record struct DateToken(char Kind, string Text, int Number, int Start, int End)
{
    public const char Word = 'w';
    public const char Digits = 'n';
    public const char Sign = 'p';

    public bool IsWord(string word) => Kind == Word && Text == word;

    public bool IsSign(char sign) => Kind == Sign && Text[0] == sign;

    public bool IsYear => Kind == Digits && Text.Length == 4 && Number is >= 1990 and <= 2100;

    public bool IsWithin(int low, int high) => Kind == Digits && Text.Length <= 2 && Number >= low && Number <= high;
}

/// <summary>Cuts a folded text into words, numbers and signs.</summary>
internal static class DateTokens
{
    public static List<DateToken> Of(string folded)
    {
        var tokens = new List<DateToken>();
        for (var i = 0; i < folded.Length;)
        {
            var c = folded[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
                continue;
            }
            var start = i;
            if (char.IsAsciiDigit(c))
            {
                while (i < folded.Length && char.IsAsciiDigit(folded[i]))
                {
                    i++;
                }
                var digits = folded[start..i];
                var number = digits.Length <= 6 ? int.Parse(digits, CultureInfo.InvariantCulture) : int.MaxValue;
                tokens.Add(new DateToken(DateToken.Digits, digits, number, start, i));
            }
            else if (char.IsLetter(c))
            {
                while (i < folded.Length && char.IsLetterOrDigit(folded[i]))
                {
                    i++;
                }
                tokens.Add(new DateToken(DateToken.Word, folded[start..i], 0, start, i));
            }
            else
            {
                i++;
                tokens.Add(new DateToken(DateToken.Sign, c.ToString(), 0, start, i));
            }
        }
        return tokens;
    }
}
